internal import XlsxPackage

extension SheetTransformer {
  func startRoot(_ token: MarkupToken) throws(XlsxWriteError) {
    if sawRoot { throw broken("a second root element stands in it") }
    sawRoot = true
    let name = stream.bytes(token.name)
    let colon = name.firstIndex(of: UInt8(ascii: ":")).map { name.index(after: $0) } ?? name.startIndex
    prefix = Array(name[..<colon])
    let local = String(decoding: name[colon...], as: UTF8.self)
    let isWorksheet = local == "worksheet"
    if !isWorksheet, !edits.cells.isEmpty || !edits.links.isEmpty || edits.drawing != nil {
      throw refused("the sheet is a \(local), not a worksheet with cells.")
    }
    for attribute in try stream.attributes(of: token) {
      let value = MarkupText.unescaped(stream.bytes(attribute.value))
      let name = String(decoding: stream.bytes(attribute.name), as: UTF8.self)
      if name == "xmlns" || name.hasPrefix("xmlns:") {
        if name == (prefix.isEmpty ? "xmlns" : "xmlns:" + String(decoding: prefix.dropLast(), as: UTF8.self)) {
          isStrict = value == Namespaces.strictMain
        }
        if Namespaces.relationships.contains(value), name != "xmlns" {
          relationshipPrefix = String(name.dropFirst(6)) + ":"
        }
      }
    }
    if token.kind == .empty {
      if !edits.cells.isEmpty || !edits.links.isEmpty || edits.drawing != nil {
        throw refused("the worksheet is empty of all parts. Save the file again in Excel or WPS.")
      }
      return
    }
    scope = .worksheet
    prepareTail()
  }

  private func prepareTail() {
    if let drawing = edits.drawing {
      let prefix = relationshipPrefix ?? "r:"
      let namespace = isStrict ? Namespaces.strictRelationships : Namespaces.transitionalRelationships
      let declaration = relationshipPrefix == nil ? " xmlns:r=\"\(namespace)\"" : ""
      tail.append(
        (SheetOutline.rank("legacyDrawing") ?? 0, "<\(tag("legacyDrawing"))\(declaration) \(prefix)id=\"\(drawing)\"/>")
      )
    }
    if !linksXML.isEmpty {
      tail.append(
        (SheetOutline.rank("hyperlinks") ?? 0, "<\(tag("hyperlinks"))>\(linksXML)</\(tag("hyperlinks"))>"))
    }
    tail.sort { $0.rank < $1.rank }
  }

  func startPart(_ token: MarkupToken) throws(XlsxWriteError) {
    let name = stream.bytes(token.name)
    let local = stream.localName(of: token)
    let isOwn = name.starts(with: prefix) && name.count == prefix.count + local.utf8.count
    let rank = isOwn ? SheetOutline.rank(local) : try rankInside(token, local)
    if sawSheetData, let rank {
      if let inserted = insertedRank, rank <= inserted {
        throw refused("the parts of the worksheet are out of order. Save the file again in Excel or WPS.")
      }
      insertTail(before: rank, at: token.range.lowerBound)
    }
    guard isOwn else {
      if local == "sheetData" {
        throw refused("the rows stand under another prefix than the worksheet. Save the file again in Excel or WPS.")
      }
      return skip(token)
    }
    switch local {
    case "dimension":
      try widen(token)
      skip(token)
    case "sheetViews": enter(.views, token)
    case "sheetFormatPr": skip(token)
    case "cols": enter(.columns, token)
    case "sheetData":
      if sawSheetData { throw refused("the worksheet has two lots of rows. Save the file again in Excel or WPS.") }
      sawSheetData = true
      if token.kind == .empty { try fillRows(token) } else { scope = .sheetData }
    case "sheetProtection":
      try checkProtection(token)
      skip(token)
    case "hyperlinks":
      if token.kind == .empty, !linksXML.isEmpty {
        takeLinks()
        stream.replace(token.range, with: "<\(tag(local))>\(linksXML)</\(tag(local))>")
      } else if token.kind == .start, try losesAllLinks(token) {
        stream.hold(token)
        let end = try consume(token) { _, _ in }
        stream.replace(token.range.lowerBound..<end.range.upperBound, with: "")
        stream.release()
      } else {
        enter(.hyperlinks, token)
      }
    case "mergeCells": enter(.merges, token)
    case "legacyDrawing":
      findings.drawing = try relationship(of: token)
      tail.removeAll { $0.rank == SheetOutline.rank("legacyDrawing") }
      skip(token)
    default: skip(token)
    }
  }

  /// The place in the order of what `mc:AlternateContent` is wrapped around, as controls and embedded objects; looked for
  /// only where something waits to be put in its place.
  private func rankInside(_ token: MarkupToken, _ local: String) throws(XlsxWriteError) -> Int? {
    guard local == "AlternateContent", token.kind == .start, sawSheetData, !tail.isEmpty else { return nil }
    stream.hold(token)
    defer { stream.release() }
    var depth = 1
    var rank: Int?
    try stream.lookAhead { inner in
      switch inner.kind {
      case .start, .empty:
        if stream.bytes(inner.name).starts(with: prefix) { rank = SheetOutline.rank(stream.localName(of: inner)) }
        if inner.kind == .start { depth += 1 }
      case .end: depth -= 1
      default: break
      }
      return rank != nil || depth == 0
    }
    return rank
  }

  private func enter(_ next: Scope, _ token: MarkupToken) { if token.kind == .start { scope = next } }

  /// What stands in a merged range beside its first cell is not shown, and some programs drop it.
  func checkMerge(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let range = stream.value(of: "ref", token).flatMap({ CellRange(Self.string($0)) }) else { return }
    func isHidden(_ cell: CellReference) -> Bool { range.contains(cell) && cell != range.first }
    var hidden = edits.commentedCells.first(where: isHidden)
    var position = firstEdit(fromRow: range.first.row)
    while hidden == nil, position < cellEdits.count, cellEdits[position].cell.row <= range.last.row {
      let edit = cellEdits[position]
      if let content = edit.content, content != .nothing, isHidden(edit.cell) { hidden = edit.cell }
      position += 1
    }
    if let hidden {
      throw refused("the cell is hidden inside the merged cells \(range). Use \(range.first).", hidden)
    }
  }

  private func relationship(of token: MarkupToken) throws(XlsxWriteError) -> String? {
    for attribute in try stream.attributes(of: token)
    where stream.bytes(attribute.name).suffix(3).elementsEqual(":id".utf8) {
      return MarkupText.unescaped(stream.bytes(attribute.value))
    }
    return nil
  }

  func insertTail(before rank: Int, at position: Int) {
    while let first = tail.first, first.rank < rank {
      stream.replace(position..<position, with: first.xml)
      insertedRank = first.rank
      tail.removeFirst()
    }
  }

  func readColumn(_ token: MarkupToken) throws(XlsxWriteError) {
    func number(_ name: StaticString) -> Int? {
      stream.value(of: name, token).flatMap { Int(MarkupText.unescaped($0).trimmed) }
    }
    guard let first = number("min"), let last = number("max"), first >= 1, last >= first,
      last <= CellReference.maximumColumn
    else { return }
    if let style = number("style"), style >= 0 { columnStyles.append((first...last, style)) }
    if let width = stream.value(of: "width", token).flatMap({ Double(String(decoding: $0, as: UTF8.self)) }) {
      findings.columnWidths.append((first...last, width))
    }
    // A sheet has no more columns than these; a list without end would only take memory.
    if columnStyles.count > CellReference.maximumColumn || findings.columnWidths.count > CellReference.maximumColumn {
      throw broken("it describes more columns than a worksheet has")
    }
  }

  /// Stretches the range that the sheet says it uses over the cells that are made.
  private func widen(_ token: MarkupToken) throws(XlsxWriteError) {
    let made = cellEdits.filter(\.makesCell).map(\.cell)
    guard !made.isEmpty, let value = stream.place(of: "ref", token),
      let range = CellRange(String(decoding: stream.bytes(value), as: UTF8.self))
    else { return }
    var first = range.first
    var last = range.last
    for cell in made {
      first = CellReference(row: min(first.row, cell.row), column: min(first.column, cell.column))
      last = CellReference(row: max(last.row, cell.row), column: max(last.column, cell.column))
    }
    let wider = CellRange(first, last)
    if wider != range { stream.replace(value, with: wider.description) }
  }

  func select(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let isSelected = edits.isSelected else { return }
    let attributes = try stream.attributes(of: token)
    let present = attributes.first { stream.bytes($0.name).elementsEqual("tabSelected".utf8) }
    if let present {
      let value = String(decoding: stream.bytes(present.value), as: UTF8.self)
      if MarkupValue.isOn(value) != isSelected {
        stream.replace(present.range, with: isSelected ? " tabSelected=\"1\"" : "")
      }
    } else if isSelected {
      let place = token.name.upperBound
      stream.replace(place..<place, with: " tabSelected=\"1\"")
    }
  }

  private func checkProtection(_ token: MarkupToken) throws(XlsxWriteError) {
    guard edits.respectsProtection else { return }
    var isOn = false
    var hasPassword = false
    for attribute in try stream.attributes(of: token) {
      let value = MarkupText.unescaped(stream.bytes(attribute.value))
      switch String(decoding: stream.bytes(attribute.name), as: UTF8.self) {
      case "sheet": isOn = MarkupValue.isOn(value)
      case "password", "hashValue": hasPassword = !value.isEmpty
      default: break
      }
    }
    if isOn, hasPassword { throw refused("the sheet is protected with a password. Take the protection off first.") }
  }

  // MARK: Links

  private var linksXML: String {
    edits.links.sorted { $0.key < $1.key }.compactMap { cell, link in
      guard let link else { return nil }
      let tip = link.tip.map { " tooltip=\"\(MarkupText.stringValue($0))\"" } ?? ""
      return "<\(tag("hyperlink")) ref=\"\(cell)\" location=\"\(MarkupText.stringValue(link.location))\"\(tip)/>"
    }.joined()
  }

  /// Has the links no longer wait for a list of their own.
  private func takeLinks() { tail.removeAll { $0.rank == SheetOutline.rank("hyperlinks") } }

  func insertLinks(at position: Int) {
    if linksXML.isEmpty { return }
    takeLinks()
    stream.replace(position..<position, with: linksXML)
  }

  /// Whether every link of the list is taken away and none added; an empty list would not be sound (18.3.1.48).
  private func losesAllLinks(_ token: MarkupToken) throws(XlsxWriteError) -> Bool {
    guard !edits.links.isEmpty, linksXML.isEmpty else { return false }
    stream.hold(token)
    defer { stream.release() }
    var isEmptied = false
    try stream.lookAhead { inner in
      switch inner.kind {
      case .start, .empty:
        guard stream.isNamed(inner, prefix, "hyperlink"),
          let range = stream.value(of: "ref", inner).flatMap({ CellRange(Self.string($0)) }),
          range.first == range.last, edits.links[range.first] != nil
        else { return true }
      case .end:
        isEmptied = stream.isNamed(inner, prefix, "hyperlinks")
        return isEmptied
      default: break
      }
      return false
    }
    return isEmptied
  }

  /// Takes out a link in the place of which another one comes; false for any other.
  func dropLink(_ token: MarkupToken) throws(XlsxWriteError) -> Bool {
    guard !edits.links.isEmpty, let value = stream.value(of: "ref", token),
      let range = CellRange(String(decoding: value, as: UTF8.self))
    else { return false }
    if range.first == range.last, edits.links[range.first] != nil {
      stream.hold(token)
      let end = token.kind == .empty ? token.range.upperBound : try consume(token) { _, _ in }.range.upperBound
      stream.replace(token.range.lowerBound..<end, with: "")
      stream.release()
      return true
    }
    if let cell = edits.links.keys.first(where: { range.contains($0) }) {
      throw refused("the cell belongs to a link of all cells \(range). Take that link off first.", cell)
    }
    return false
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: Substring {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
