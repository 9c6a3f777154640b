/// Puts new names of worksheets where a part of the workbook refers to them, token by token, and refuses a part that refers to
/// one that is taken out.
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
      try Self.checkRemoval(renames.removal(in: String(text[end...])), "a chart draws")
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
  ///
  /// It is also refused where it refers to a sheet that is taken out; `subject` says what does.
  static func renamed(
    _ text: String, _ renames: SheetRenames, subject: String = "a formula"
  ) throws(XlsxWriteError) -> String? {
    if text.utf8.count > 64 << 10 {
      throw XlsxWriteError(
        .refused("\(subject) takes \(text.utf8.count) bytes, and no names of sheets can be looked for in it."))
    }
    let formula = MarkupText.decoded(text)
    try checkRemoval(renames.removal(in: formula), subject + " refers to")
    guard let renamed = renames.renaming(formula) else { return nil }
    try check(renamed)
    return renamed
  }

  /// Throws where something refers to what is taken out.
  static func checkRemoval(_ found: String?, _ subject: String) throws(XlsxWriteError) {
    guard let found else { return }
    throw XlsxWriteError(
      .refused("\(subject) \(found), which is to be removed. Change that first, or leave the sheet where it is."))
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
    if !renames.removals.isEmpty { try checkNumbers(token, name, stream) }
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
      var renamed: String?
      if namesSheet {
        let lost =
          label == "sheet" ? renames.removals.sheet(value) : label == "name" ? renames.removals.table(value) : nil
        try Self.checkRemoval(lost, "a pivot table or a consolidation is made from")
        if label == "sheet" { renamed = renames.newName(of: value) }
      } else if ReferringMarkup.isFormula(label, of: name, value) {
        let isLink = name == "hyperlink" || name == "Relationship"
        try Self.checkRemoval(renames.removal(in: value), isLink ? "a link leads to" : "a formula refers to")
        renamed = renames.renaming(value)
      }
      if let renamed { stream.replace(attribute.value, with: MarkupText.stringValue(renamed)) }
    }
  }

  /// Slicers know the sheets of their pivot tables, and their tables, by numbers.
  private func checkNumbers(
    _ token: MarkupToken, _ name: String, _ stream: MarkupStream
  ) throws(XlsxWriteError) {
    let (numbers, value) =
      switch name {
      case "pivotTable": (renames.removals.sheetNumbers, stream.value(of: "tabId", token))
      case "tableSlicerCache": (renames.removals.tableNumbers, stream.value(of: "tableId", token))
      default: (Set<String>(), nil)
      }
    guard let value, numbers.contains(String(decoding: value, as: UTF8.self)) else { return }
    try Self.checkRemoval("a table of the sheet", "a slicer filters")
  }
}
