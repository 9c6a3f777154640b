/// Puts new names of worksheets where a part of the workbook refers to them, token by token.
struct ReferenceRenamer {
  let renames: SheetRenames
  /// Whether the text that comes next is a formula: no element stands between its start and the text.
  private var isInFormula = false
  /// Whether it is the name of the pivot table that a chart draws, as `[plan.xlsx]Data!PivotTable1`.
  private var isInPivotName = false
  private var lastElement = ""

  init(_ renames: SheetRenames) { self.renames = renames }

  /// A whole part with the new names.
  static func renamed(_ bytes: [UInt8], _ renames: SheetRenames) throws(XlsxWriteError) -> [UInt8] {
    let pieces = OnePiece(bytes)
    let stream = MarkupStream { () throws(XlsxWriteError) in pieces.next() }
    var renamer = ReferenceRenamer(renames)
    var result: [UInt8] = []
    while let token = try stream.next() {
      try renamer.visit(token, stream)
      result += stream.takeOutput()
    }
    return result + stream.takeOutput()
  }

  /// Looks at the last token of a stream and changes it where it refers to a worksheet.
  mutating func visit(_ token: MarkupToken, _ stream: MarkupStream) throws(XlsxWriteError) {
    switch token.kind {
    case .start, .empty:
      let name = stream.localName(of: token)
      isInFormula = token.kind == .start && ReferringMarkup.formulaElements.contains(name)
      isInPivotName = token.kind == .start && name == "name" && lastElement == "pivotSource"
      lastElement = name
      try renameAttributes(token, name, stream)
    case .end: (isInFormula, isInPivotName) = (false, false)
    case .text where isInFormula:
      try rename(MarkupText.unescaped(stream.bytes(token.range)), token, stream)
    case .cdata where isInFormula:
      try rename(MarkupValue.text(ofSection: stream.bytes(token.range)), token, stream)
    case .text where isInPivotName:
      // The brackets hold the name of this very workbook.
      let text = MarkupText.unescaped(stream.bytes(token.range))
      let end = text.lastIndex(of: "]").map { text.index(after: $0) } ?? text.startIndex
      if let renamed = renames.renaming(String(text[end...])) {
        stream.replace(token.range, with: MarkupText.string(text[..<end] + renamed))
      }
    default: break
    }
  }

  private func rename(_ text: String, _ token: MarkupToken, _ stream: MarkupStream) throws(XlsxWriteError) {
    if let renamed = try Self.renamed(text, renames) { stream.replace(token.range, with: MarkupText.string(renamed)) }
  }

  /// A formula as it stands in a part with the new names, nil where it has none of the old ones. Throws where it would be
  /// longer than Excel takes, or is so long already that no program has written it.
  static func renamed(_ text: String, _ renames: SheetRenames) throws(XlsxWriteError) -> String? {
    if text.utf8.count > 64 << 10 {
      throw XlsxWriteError(.refused("a formula takes \(text.utf8.count) bytes, and no sheet can be renamed in it."))
    }
    guard let renamed = renames.renaming(MarkupText.decoded(text)) else { return nil }
    try check(renamed)
    return renamed
  }

  /// A longer name may make a formula longer than Excel takes.
  static func check(_ formula: String) throws(XlsxWriteError) {
    if formula.utf16.count > 8192 {
      throw XlsxWriteError(
        .refused("a formula would have \(formula.utf16.count) characters with the new name. Excel takes 8192."))
    }
  }

  private func renameAttributes(
    _ token: MarkupToken, _ name: String, _ stream: MarkupStream
  ) throws(XlsxWriteError) {
    let namesSheet = ReferringMarkup.sheetElements.contains(name)
    guard namesSheet || stream.bytes(token.range).contains(UInt8(ascii: "!")) else { return }
    let attributes = try stream.attributes(of: token)
    // With a relationship beside it, it lies in another file.
    if attributes.contains(where: { stream.bytes($0.name).suffix(3).elementsEqual(":id".utf8) }),
      namesSheet || name == "hyperlink"
    {
      return
    }
    for attribute in attributes {
      let label = String(decoding: stream.bytes(attribute.name), as: UTF8.self)
      let value = MarkupText.decoded(MarkupText.unescaped(stream.bytes(attribute.value)))
      let renamed =
        namesSheet && label == "sheet"
        ? renames.newName(of: value)
        : ReferringMarkup.isFormula(label, of: name, value) ? renames.renaming(value) : nil
      if let renamed { stream.replace(attribute.value, with: MarkupText.stringValue(renamed)) }
    }
  }
}
