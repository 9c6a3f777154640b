internal import XlsxPackage

extension SheetTransformer {
  func startRow(_ token: MarkupToken) throws(XlsxWriteError) {
    let number: Int
    if let value = stream.value(of: "r", token) {
      guard let given = Self.integer(value), (1...CellReference.maximumRow).contains(given) else {
        throw broken("a row has no number that a worksheet knows")
      }
      number = given
    } else {
      number = row + 1
    }
    row = number
    rowDigits = Array(String(number).utf8)
    column = 0
    lastColumn = 0
    if number > lastRow {
      try insertRows(before: number, at: token.range.lowerBound)
      lastRow = number
      rowEnd = cursor
      while rowEnd < cellEdits.count, cellEdits[rowEnd].cell.row == number { rowEnd += 1 }
    } else {
      // A row that comes late or twice: what is to be done there may have been done at another place.
      if concerns(row: number) {
        throw refused(
          "the rows of the sheet are out of order. Save the file again in Excel or WPS.",
          cellEdits[firstEdit(fromRow: number)].cell)
      }
      rowEnd = cursor
    }
    rowStyle = nil
    isUnconcernedRow = number == lastRow && rowEnd == cursor && prefix.isEmpty
    if rowEnd > cursor {
      if stream.value(of: "xmlns", token) != nil {
        throw refused("row \(number) is written in an unusual way. Save the file again in Excel or WPS.")
      }
      if MarkupValue.isOn(stream.value(of: "customFormat", token)) {
        rowStyle = stream.value(of: "s", token).flatMap { Self.integer($0) }
      }
      widenSpans(token)
    }
    guard token.kind == .empty else {
      scope = .row
      return
    }
    let xml = try newCells(upTo: rowEnd)
    if !xml.isEmpty {
      let end = token.range.upperBound
      stream.replace((end - 2)..<end, with: ">\(xml)</\(tag("row"))>")
    }
  }

  /// The row's span, a hint of which columns it uses, is stretched over the cells that are made.
  private func widenSpans(_ token: MarkupToken) {
    let made = cellEdits[cursor..<rowEnd].filter(\.makesCell)
    guard let first = made.first?.cell.column, let last = made.last?.cell.column,
      let place = stream.place(of: "spans", token)
    else { return }
    let spans = Self.string(stream.bytes(place)).split(separator: ":").compactMap { Int($0) }
    // A list of several spans is left as it is.
    guard spans.count == 2, first < spans[0] || last > spans[1] else { return }
    stream.replace(place, with: "\(min(first, spans[0])):\(max(last, spans[1]))")
  }

  func endRow(before position: Int) throws(XlsxWriteError) {
    let xml = try newCells(upTo: rowEnd)
    if !xml.isEmpty { stream.replace(position..<position, with: xml) }
  }

  /// Makes the rows before one that hold nothing yet.
  func insertRows(before number: Int, at position: Int) throws(XlsxWriteError) {
    let xml = try newRows(before: number)
    if !xml.isEmpty { stream.replace(position..<position, with: xml) }
  }

  /// Fills a sheet that has no rows.
  func fillRows(_ token: MarkupToken) throws(XlsxWriteError) {
    let xml = try newRows(before: .max)
    if !xml.isEmpty { stream.replace(token.range, with: "<\(tag("sheetData"))>\(xml)</\(tag("sheetData"))>") }
  }

  private func newRows(before number: Int) throws(XlsxWriteError) -> String {
    var xml = ""
    rowStyle = nil
    while cursor < cellEdits.count, cellEdits[cursor].cell.row < number {
      let row = cellEdits[cursor].cell.row
      var end = cursor
      while end < cellEdits.count, cellEdits[end].cell.row == row { end += 1 }
      let cells = try newCells(upTo: end)
      if !cells.isEmpty { xml += "<\(tag("row")) r=\"\(row)\">\(cells)</\(tag("row"))>" }
    }
    return xml
  }

  /// Makes the cells of the next edits, up to one of them.
  func newCells(upTo end: Int) throws(XlsxWriteError) -> String {
    var xml = ""
    while cursor < end {
      let edit = cellEdits[cursor]
      cursor += 1
      guard edit.makesCell else { continue }
      // A cell that is not there looks as its row does, or else its column.
      let columnStyle = columnStyles.last { $0.columns.contains(edit.cell.column) }?.style
      let base = rowStyle ?? columnStyle ?? 0
      let style = try style(base, edit)
      let attributes = " r=\"\(edit.cell)\"" + (style == 0 ? "" : " s=\"\(style)\"")
      if case .formula = edit.content { findings.changesFormulas = true }
      xml += CellMarkup(content: edit.content ?? .nothing, prefix: tag("")).xml(attributes: attributes)
    }
    return xml
  }

  func style(_ base: Int, _ edit: CellEdit) throws(XlsxWriteError) -> Int {
    guard let change = edit.style else { return base }
    let styles = try styles()
    do throws(MarkupFault) {
      return try styles.index(of: base, change)
    } catch {
      var fault = error
      fault.cell = edit.cell.description
      throw XlsxWriteError(fault)
    }
  }

  /// Whether any cell of a row is to be changed.
  func concerns(row: Int) -> Bool {
    let first = firstEdit(fromRow: row)
    return first < cellEdits.count && cellEdits[first].cell.row == row
  }

  /// The place of the first edit in a row or below it.
  func firstEdit(fromRow row: Int) -> Int {
    var low = 0
    var high = cellEdits.count
    while low < high {
      let middle = (low + high) / 2
      if cellEdits[middle].cell.row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An element that is no row of the sheet or no cell of a row is passed over, but where cells are to be changed, since
  /// it may hold some. Cells stand before the extensions of their row.
  func passUnknown(_ token: MarkupToken) throws(XlsxWriteError) {
    let isConcerned = scope == .row ? concerns(row: row) : !cellEdits.isEmpty
    if isConcerned, stream.localName(of: token) != "extLst" {
      throw refused(
        "\(scope == .row ? "row \(row)" : "the sheet") holds an element \(Self.string(stream.bytes(token.name))) that is not known here. Save the file again in Excel or WPS."
      )
    }
    if scope == .row { try endRow(before: token.range.lowerBound) }
  }

  static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The number in decimal digits, perhaps with white space around it (xsd:unsignedInt).
  static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    while let first = digits.first, MarkupScanner.isSpace(first) { digits.removeFirst() }
    while let last = digits.last, MarkupScanner.isSpace(last) { digits.removeLast() }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var number = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
