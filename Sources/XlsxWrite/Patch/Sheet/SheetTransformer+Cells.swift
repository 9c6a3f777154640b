internal import XlsxPackage

extension SheetTransformer {
  func startCell(_ token: MarkupToken) throws(XlsxWriteError) {
    guard !cellEdits.isEmpty else {
      if !edits.renames.isEmpty { namedCell = stream.value(of: "r", token).flatMap { CellReference(utf8: $0) } }
      if token.kind == .start { scope = .cell }
      return
    }
    try place(token)
    guard cell.row == row else {
      // A cell that names another row than the one around it.
      if edits.cells[cell] != nil {
        throw refused("the cell stands in row \(row) of the file. Save the file again in Excel or WPS.", cell)
      }
      if token.kind == .start { scope = .cell }
      return
    }
    if column > lastColumn {
      lastColumn = column
      var end = cursor
      while end < rowEnd, cellEdits[end].cell.column < column { end += 1 }
      if end > cursor { try insertCells(upTo: end, before: token) }
      if cursor < rowEnd, cellEdits[cursor].cell.column == column {
        cursor += 1
        return try change(token, cellEdits[cursor - 1])
      }
    } else if edits.cells[cell] != nil {
      throw refused("the cells of row \(row) are out of order. Save the file again in Excel or WPS.", cell)
    }
    if token.kind == .start { scope = .cell }
  }

  private func insertCells(upTo end: Int, before token: MarkupToken) throws(XlsxWriteError) {
    let xml = try newCells(upTo: end)
    if xml.isEmpty { return }
    stream.replace(token.range.lowerBound..<token.range.lowerBound, with: xml)
    // A cell that names no place stands behind the one before it, which is now another one.
    if stream.value(of: "r", token) == nil {
      stream.replace(token.name.upperBound..<token.name.upperBound, with: " r=\"\(cell)\"")
    }
  }

  /// An element that is called as the formula of a cell, under another prefix than the sheet's, may be one.
  func checkUnknownFormula(_ token: MarkupToken) throws(XlsxWriteError) {
    if !cellEdits.isEmpty, stream.localName(of: token) == "f" {
      throw refused("a formula is written in an unusual way. Save the file again in Excel or WPS.", cell)
    }
  }

  /// Finds out which cell a tag stands for: the one that it names, or the next one in its row.
  private func place(_ token: MarkupToken) throws(XlsxWriteError) {
    if let value = stream.value(of: "r", token), !value.isEmpty {
      guard let reference = CellReference(utf8: value) else {
        throw broken("in row \(row), \"\(Self.string(value.prefix(20)))\" is not a cell of a worksheet")
      }
      cell = reference
    } else {
      cell = CellReference(row: row, column: column + 1)
    }
    namedCell = cell
    column = cell.column
    if column > CellReference.maximumColumn { throw broken("row \(row) holds more columns than a worksheet has") }
  }

  private func change(_ token: MarkupToken, _ edit: CellEdit) throws(XlsxWriteError) {
    if stream.value(of: "xmlns", token) != nil {
      throw refused("the cell is written in an unusual way. Save the file again in Excel or WPS.", cell)
    }
    let base = stream.value(of: "s", token).flatMap { Self.integer($0) } ?? 0
    let style = try style(base, edit)
    guard let content = edit.content else {
      restyle(token, style)
      if token.kind == .start { scope = .cell }
      return
    }
    stream.hold(token)
    defer { stream.release() }
    // What the content decides is written anew; `cm` and `vm` lead to data that belong to the old content.
    var attributes = ""
    for attribute in try stream.attributes(of: token) {
      switch Self.string(stream.bytes(attribute.name)) {
      case "t", "cm", "vm", "ph", "s": break
      default: attributes += Self.string(stream.bytes(attribute.range))
      }
    }
    if style != 0 { attributes += " s=\"\(style)\"" }
    var end = token.range.upperBound
    var formula: MarkupToken?
    var formulaText = ""
    var rest = ""
    if token.kind == .start {
      var formulaDepth = false
      var isUnusual = false
      var restStart: Int?
      let last = try consume(token) { inner, depth in
        let isChild = depth == 1
        switch inner.kind {
        case .start, .empty:
          let isInner = isChild && (inner.kind == .empty || !formulaDepth)
          if isChild, !stream.isNamed(inner, prefix, "f"), stream.localName(of: inner) == "f" { isUnusual = true }
          if isInner, stream.isNamed(inner, prefix, "f") {
            formula = inner
            formulaDepth = inner.kind == .start
          } else if isInner, stream.isNamed(inner, prefix, "extLst") {
            if inner.kind == .empty {
              rest += Self.string(stream.bytes(inner.range))
            } else {
              restStart = inner.range.lowerBound
            }
          }
        case .end where isChild:
          formulaDepth = false
          if let start = restStart {
            rest += Self.string(stream.bytes(start..<inner.range.upperBound))
            restStart = nil
          }
        case .text where formulaDepth: formulaText += MarkupText.unescaped(stream.bytes(inner.range))
        case .cdata where formulaDepth:
          formulaText += MarkupValue.text(ofSection: stream.bytes(inner.range))
        default: break
        }
      }
      end = last.range.upperBound
      if isUnusual {
        throw refused("its formula is written in an unusual way. Save the file again in Excel or WPS.", cell)
      }
    }
    if let formula { try release(formula, formulaText) }
    if case .formula = content { findings.changesFormulas = true }
    let xml = CellMarkup(content: content, prefix: tag("")).xml(attributes: attributes, rest: rest)
    stream.replace(token.range.lowerBound..<end, with: xml)
  }

  private func restyle(_ token: MarkupToken, _ style: Int) {
    if let present = stream.place(of: "s", token) {
      if Self.integer(stream.bytes(present)) != style { stream.replace(present, with: "\(style)") }
    } else if style != 0 {
      // Behind the reference, where programs write it.
      let place = stream.place(of: "r", token).map { $0.upperBound + 1 } ?? token.name.upperBound
      stream.replace(place..<place, with: " s=\"\(style)\"")
    }
  }

  // MARK: Formulas

  private struct FormulaAttributes {
    var type = ""
    var index: Int?
    var range: CellRange?
  }

  private func formulaAttributes(_ token: MarkupToken) -> FormulaAttributes {
    FormulaAttributes(
      type: stream.value(of: "t", token).map { Self.string($0) } ?? "",
      index: stream.value(of: "si", token).flatMap { Self.integer($0) },
      range: stream.value(of: "ref", token).flatMap { CellRange(Self.string($0)) })
  }

  /// Sees to what depends on a formula that its cell loses.
  private func release(_ token: MarkupToken, _ text: String) throws(XlsxWriteError) {
    findings.hasFormulas = true
    findings.changesFormulas = true
    let attributes = formulaAttributes(token)
    try checkArray(attributes)
    if attributes.type == "shared", let index = attributes.index, !text.isEmpty {
      if orphaned.contains(index) {
        throw refused("other cells share its formula and stand before it. Save the file again in Excel or WPS.", cell)
      }
      shared.remove(index)
      broken[index] = SharedFormula(text: MarkupText.decoded(text), origin: cell)
    }
  }

  /// A sheet has no more rows that could each share one.
  private static let mostSharedFormulas = CellReference.maximumRow

  /// The most bytes that shared formulas may come to where they are written out: 256 MiB.
  private static let mostExpandedBytes = 256 << 20

  /// A formula that stays.
  func formula(_ token: MarkupToken) throws(XlsxWriteError) {
    findings.hasFormulas = true
    let isPlain = token.range.count - token.name.count <= 3
    if isPlain, edits.renames.isEmpty { return skip(token) }
    let attributes = formulaAttributes(token)
    try checkArray(attributes)
    let isShared = attributes.type == "shared"
    guard isShared, !cellEdits.isEmpty else { return skip(token) }
    stream.hold(token)
    defer { stream.release() }
    let (text, content, end) = try text(of: token)
    if shared.count + orphaned.count > Self.mostSharedFormulas {
      throw refused("the sheet has more than \(Self.mostSharedFormulas) shared formulas. Save the file again in Excel.")
    }
    if let index = attributes.index {
      if !text.isEmpty {
        broken[index] = nil
        shared.insert(index)
      } else if let master = broken[index] {
        // The first cell has lost the formula; from here on each cell has it written out.
        var own = ""
        for attribute in try stream.attributes(of: token)
        where !["t", "ref", "si"].contains(Self.string(stream.bytes(attribute.name))) {
          own += Self.string(stream.bytes(attribute.range))
        }
        let shifted = master.text(at: cell)
        expandedBytes += shifted.utf8.count
        if expandedBytes > Self.mostExpandedBytes {
          throw refused("the formula that other cells share is too long to be written out in all of them.", cell)
        }
        let formula = MarkupText.string(try renamed(shifted) ?? shifted)
        return stream.replace(token.range.lowerBound..<end, with: "<\(tag("f"))\(own)>\(formula)</\(tag("f"))>")
      } else if !shared.contains(index) {
        // Not known whether its first cell is still to come.
        orphaned.insert(index)
      }
    }
    if let renamed = try renamed(MarkupText.decoded(text)) {
      stream.replace(content, with: MarkupText.string(renamed))
    }
  }

  /// A cell inside an array formula or a data table cannot be changed alone.
  private func checkArray(_ attributes: FormulaAttributes) throws(XlsxWriteError) {
    guard attributes.type == "array" || attributes.type == "dataTable", let range = attributes.range,
      range.first != range.last
    else { return }
    var position = firstEdit(fromRow: range.first.row)
    while position < cellEdits.count, cellEdits[position].cell.row <= range.last.row {
      if cellEdits[position].content != nil, range.contains(cellEdits[position].cell) {
        throw refused(
          "the cell belongs to the \(attributes.type == "array" ? "array formula" : "data table") of \(range). Change it in Excel.",
          cellEdits[position].cell)
      }
      position += 1
    }
  }
}
