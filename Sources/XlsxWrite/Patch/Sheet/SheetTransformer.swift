internal import XlsxPackage

/// Changes a worksheet's part while it passes: cells, links, the drawing of comments, names of sheets in formulas.
///
/// One pass over the part, in memory that depends on the changes. Whatever is not to be changed is copied as it stands.
final class SheetTransformer {
  /// The innermost element that is understood.
  enum Scope { case document, worksheet, views, columns, sheetData, row, cell, hyperlinks }

  let stream: MarkupStream
  let edits: SheetEdits
  let styles: () throws(XlsxWriteError) -> StyleBook
  var findings = SheetFindings()

  var scope = Scope.document
  private var skipped = 0
  private var isEnded = false
  private var sawRoot = false
  /// The names of the open elements, one behind the other, and where each begins.
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []

  /// The prefix of the elements, with its colon.
  var prefix: [UInt8] = []
  var isStrict = false
  /// The prefix of relationships, with its colon, where the root declares one.
  private var relationshipPrefix: String?

  // The cells to be changed, in the order of the sheet.
  let cellEdits: [CellEdit]
  var cursor = 0
  var rowEnd = 0
  /// The number of the open row, and the largest so far.
  var row = 0
  var lastRow = 0
  /// The number of the open row as text.
  var rowDigits: [UInt8] = []
  /// Whether the open row stands in its place and none of its cells is to be changed.
  var isUnconcernedRow = false
  var column = 0
  var lastColumn = 0
  var rowStyle: Int?
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// The reference of the open cell.
  var cell = CellReference(row: 1, column: 1)

  /// The shared formulas whose first cell lost them, by the number that the sheet gives them.
  var broken: [Int: SharedFormula] = [:]
  /// The shared formulas whose first cell has them.
  var shared: Set<Int> = []
  /// The shared formulas of which a cell came before the first one.
  var orphaned: Set<Int> = []
  /// What is to be put behind the rows, by its place in the order.
  private var tail: [(rank: Int, xml: String)] = []
  private var sawSheetData = false
  private var renamer: ReferenceRenamer

  init(_ stream: MarkupStream, edits: SheetEdits, styles: @escaping () throws(XlsxWriteError) -> StyleBook) {
    self.stream = stream
    self.edits = edits
    self.styles = styles
    renamer = ReferenceRenamer(edits.renames)
    cellEdits = edits.cells.values.sorted { $0.cell < $1.cell }
  }

  /// The next bytes of the new part; none at its end.
  func produce() throws(XlsxWriteError) -> [UInt8] {
    while !isEnded {
      if scope == .row, isUnconcernedRow, skipped == 0,
        let last = stream.skipPlainCells(row: rowDigits)
      {
        column = last
        lastColumn = max(lastColumn, last)
      }
      guard let token = try stream.next() else {
        if !openStarts.isEmpty || !sawRoot { throw broken("it ends too early") }
        isEnded = true
        break
      }
      try handle(token)
      if stream.pendingCount >= 64 << 10 {
        let output = stream.takeOutput()
        if !output.isEmpty { return output }
      }
    }
    return stream.takeOutput()
  }

  func broken(_ message: String) -> XlsxWriteError { XlsxWriteError(.broken(message)) }

  func refused(_ message: String, _ cell: CellReference? = nil) -> XlsxWriteError {
    XlsxWriteError(.refused(message, cell: cell?.description))
  }

  /// An element's name with the sheet's prefix.
  func tag(_ name: String) -> String { String(decoding: prefix, as: UTF8.self) + name }

  private func handle(_ token: MarkupToken) throws(XlsxWriteError) {
    switch token.kind {
    case .text, .cdata:
      if openStarts.isEmpty { try checkOutside(token) }
      if !edits.renames.isEmpty { try renamer.visit(token, stream) }
    case .other: return
    case .start:
      try push(token)
      try start(token)
    case .empty: try start(token)
    case .end:
      if !edits.renames.isEmpty { try renamer.visit(token, stream) }
      try pop(token)
      try end(token)
    }
  }

  /// Outside the root only white space may stand, and a byte order mark at the start.
  private func checkOutside(_ token: MarkupToken) throws(XlsxWriteError) {
    var text = stream.bytes(token.range)
    if token.range.lowerBound == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if !text.allSatisfy(MarkupScanner.isSpace) { throw broken("a text stands outside the root element") }
  }

  private func push(_ token: MarkupToken) throws(XlsxWriteError) {
    if openStarts.count >= MarkupDocument.longestNesting { throw broken("its elements nest too deeply") }
    openStarts.append(openNames.count)
    openNames.append(contentsOf: stream.bytes(token.name))
  }

  private func pop(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let start = openStarts.popLast(), openNames[start...].elementsEqual(stream.bytes(token.name)) else {
      throw broken("an end tag closes nothing")
    }
    openNames.removeLast(openNames.count - start)
  }

  /// Reads to the end of the element that a start tag opens and gives each token inside; the part is held meanwhile.
  func consume(_ token: MarkupToken, _ body: (MarkupToken, _ depth: Int) -> Void) throws(XlsxWriteError) -> MarkupToken
  {
    let depth = openStarts.count
    while let inner = try stream.next() {
      switch inner.kind {
      case .start:
        try push(inner)
        body(inner, openStarts.count - depth)
      case .end:
        try pop(inner)
        if openStarts.count < depth { return inner }
        body(inner, openStarts.count - depth + 1)
      default: body(inner, openStarts.count - depth + 1)
      }
    }
    throw broken("it ends too early")
  }

  /// The text inside an element and where it stands. The caller holds the element.
  func text(of token: MarkupToken) throws(XlsxWriteError) -> (text: String, content: Range<Int>, end: Int) {
    if token.kind == .empty { return ("", token.range.upperBound..<token.range.upperBound, token.range.upperBound) }
    var text = ""
    let end = try consume(token) { inner, _ in
      switch inner.kind {
      case .text: text += MarkupText.unescaped(stream.bytes(inner.range))
      case .cdata: text += String(decoding: stream.bytes(inner.range).dropFirst(9).dropLast(3), as: UTF8.self)
      default: break
      }
    }
    return (text, token.range.upperBound..<end.range.lowerBound, end.range.upperBound)
  }

  private func start(_ token: MarkupToken) throws(XlsxWriteError) {
    if skipped == 0, scope == .hyperlinks, stream.isNamed(token, prefix, "hyperlink"), try dropLink(token) { return }
    if !edits.renames.isEmpty { try renamer.visit(token, stream) }
    if skipped > 0 {
      if token.kind == .start { skipped += 1 }
      return
    }
    switch scope {
    case .row where stream.isNamed(token, prefix, "c"): try startCell(token)
    case .cell where stream.isNamed(token, prefix, "f"): try formula(token)
    case .sheetData where stream.isNamed(token, prefix, "row"): try startRow(token)
    case .columns where stream.isNamed(token, prefix, "col"):
      try readColumn(token)
      skip(token)
    case .views where stream.isNamed(token, prefix, "sheetView"):
      try select(token)
      skip(token)
    case .document: try startRoot(token)
    case .worksheet: try startPart(token)
    case .sheetData, .row:
      try passUnknown(token)
      skip(token)
    case .cell:
      try checkUnknownFormula(token)
      skip(token)
    default: skip(token)
    }
  }

  func skip(_ token: MarkupToken) { if token.kind == .start { skipped = 1 } }

  private func end(_ token: MarkupToken) throws(XlsxWriteError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch scope {
    case .cell: scope = .row
    case .row:
      try endRow(before: token.range.lowerBound)
      scope = .sheetData
    case .sheetData:
      try insertRows(before: .max, at: token.range.lowerBound)
      scope = .worksheet
    case .hyperlinks:
      insertLinks(at: token.range.lowerBound)
      scope = .worksheet
    case .views, .columns: scope = .worksheet
    case .worksheet:
      insertTail(before: .max, at: token.range.lowerBound)
      if !sawSheetData, !cellEdits.isEmpty {
        throw refused("the worksheet has no rows where they are looked for. Save the file again in Excel or WPS.")
      }
      scope = .document
    case .document: break
    }
  }

  // MARK: The sheet's own parts

  private func startRoot(_ token: MarkupToken) throws(XlsxWriteError) {
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
    if !edits.links.isEmpty {
      tail.append(
        (SheetOutline.rank("hyperlinks") ?? 0, "<\(tag("hyperlinks"))>\(linksXML)</\(tag("hyperlinks"))>"))
    }
    tail.sort { $0.rank < $1.rank }
  }

  private func startPart(_ token: MarkupToken) throws(XlsxWriteError) {
    let name = stream.bytes(token.name)
    let local = stream.localName(of: token)
    let isOwn = name.starts(with: prefix) && name.count == prefix.count + local.utf8.count
    let rank = isOwn ? SheetOutline.rank(local) : try rankInside(token, local)
    if sawSheetData, let rank { insertTail(before: rank, at: token.range.lowerBound) }
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
      if token.kind == .empty, !edits.links.isEmpty {
        takeLinks()
        stream.replace(token.range, with: "<\(tag(local))>\(linksXML)</\(tag(local))>")
      } else {
        enter(.hyperlinks, token)
      }
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

  private func relationship(of token: MarkupToken) throws(XlsxWriteError) -> String? {
    for attribute in try stream.attributes(of: token)
    where stream.bytes(attribute.name).suffix(3).elementsEqual(":id".utf8) {
      return MarkupText.unescaped(stream.bytes(attribute.value))
    }
    return nil
  }

  private func insertTail(before rank: Int, at position: Int) {
    while let first = tail.first, first.rank < rank {
      stream.replace(position..<position, with: first.xml)
      tail.removeFirst()
    }
  }

  private func readColumn(_ token: MarkupToken) throws(XlsxWriteError) {
    func number(_ name: StaticString) -> Int? {
      stream.value(of: name, token).flatMap { Int(MarkupText.unescaped($0).trimmed) }
    }
    guard let first = number("min"), let last = number("max"), first >= 1, last >= first,
      last <= CellReference.maximumColumn
    else { return }
    if let style = number("style") { columnStyles.append((first...last, style)) }
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

  private func select(_ token: MarkupToken) throws(XlsxWriteError) {
    guard let isSelected = edits.isSelected else { return }
    let attributes = try stream.attributes(of: token)
    let present = attributes.first { stream.bytes($0.name).elementsEqual("tabSelected".utf8) }
    if let present {
      let value = String(decoding: stream.bytes(present.value), as: UTF8.self)
      if ["1", "true", "on"].contains(value) != isSelected {
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
      case "sheet": isOn = ["1", "true", "on"].contains(value)
      case "password", "hashValue": hasPassword = !value.isEmpty
      default: break
      }
    }
    if isOn, hasPassword { throw refused("the sheet is protected with a password. Take the protection off first.") }
  }

  // MARK: Links

  private var linksXML: String {
    edits.links.sorted { $0.key < $1.key }.map { cell, link in
      let tip = link.tip.map { " tooltip=\"\(MarkupText.stringValue($0))\"" } ?? ""
      return "<\(tag("hyperlink")) ref=\"\(cell)\" location=\"\(MarkupText.stringValue(link.location))\"\(tip)/>"
    }.joined()
  }

  /// Has the links no longer wait for a list of their own.
  private func takeLinks() { tail.removeAll { $0.rank == SheetOutline.rank("hyperlinks") } }

  private func insertLinks(at position: Int) {
    if edits.links.isEmpty { return }
    takeLinks()
    stream.replace(position..<position, with: linksXML)
  }

  /// Takes out a link in the place of which another one comes; false for any other.
  private func dropLink(_ token: MarkupToken) throws(XlsxWriteError) -> Bool {
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
