/// A worksheet that our writer made in a workbook of its own, on its way into another workbook.
struct AddedWorksheet {
  /// What it comes to in the other workbook.
  struct Parts {
    var sheet: [UInt8]
    var comments: [UInt8]?
    var boxes: [UInt8]?
    /// The names that belong to it.
    var names: [String]
    var hasFormulas: Bool
  }

  private let name: String
  private let package: SourcePackage
  private let strings: [String]
  private let styles: MarkupDocument
  private let book: MarkupDocument
  /// Names that sheets have got since, one lot after the other.
  var renames: [SheetRenames] = []
  /// The part of its comments.
  let comments: PartText?

  /// Takes the bytes of a workbook of ours with one worksheet.
  init(_ bytes: [UInt8], name: String) throws(XlsxWriteError) {
    self.name = name
    // What our own writer made is bounded by what it was given.
    var limits = PatchLimits()
    limits.keptPartBytes = .max
    limits.expandedPartBytes = .max
    limits.expansionRatio = .max
    package = try SourcePackage(bytes: bytes, name: name, limits: limits)
    styles = try Self.document("xl/styles.xml", package)
    book = try Self.document("xl/workbook.xml", package)
    comments = package.has("xl/comments1.xml") ? try package.text(of: "xl/comments1.xml") : nil
    strings =
      package.has("xl/sharedStrings.xml") ? try Self.strings(try package.text(of: "xl/sharedStrings.xml").bytes) : []
  }

  /// What stands inside each item of the table of strings.
  private static func strings(_ bytes: [UInt8]) throws(XlsxWriteError) -> [String] {
    var strings: [String] = []
    var position = 0
    var start: Int?
    do throws(MarkupFault) {
      while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
        position = token.range.upperBound
        guard MarkupScanner.matches(bytes, token.name.lowerBound, "si"), token.name.count == 2 else { continue }
        switch token.kind {
        case .start: start = token.range.upperBound
        case .empty: strings.append("")
        case .end:
          if let from = start { strings.append(String(decoding: bytes[from..<token.range.lowerBound], as: UTF8.self)) }
          start = nil
        default: break
        }
      }
    } catch {
      throw XlsxWriteError(error)
    }
    return strings
  }

  private static func document(_ part: String, _ package: SourcePackage) throws(XlsxWriteError) -> MarkupDocument {
    let text = try package.text(of: part)
    do throws(MarkupFault) { return try MarkupDocument(text.bytes) } catch {
      throw XlsxWriteError(error).inPart(part, of: package.file)
    }
  }

  /// The parts in the other workbook, whose styles take in those of the worksheet.
  func rendered(
    styles target: StyleBook, isStrict: Bool, isSelected: Bool, place: Int, drawingNumber: Int?
  ) throws(XlsxWriteError) -> Parts {
    let bytes = try package.text(of: "xl/worksheets/sheet1.xml").bytes
    var parts: Parts
    do throws(MarkupFault) { parts = try rendered(bytes, target, isStrict, isSelected, place) } catch {
      throw XlsxWriteError(error)
    }
    if let number = drawingNumber, package.has("xl/drawings/vmlDrawing1.vml") {
      parts.boxes = Self.renumbered(try package.text(of: "xl/drawings/vmlDrawing1.vml").bytes, by: number - 1)
    }
    for renames in renames { parts.sheet = try ReferenceRenamer.renamed(parts.sheet, renames) }
    return parts
  }

  private func rendered(
    _ bytes: [UInt8], _ target: StyleBook, _ isStrict: Bool, _ isSelected: Bool, _ place: Int
  ) throws(MarkupFault) -> Parts {
    var styleImport = StyleImport(styles, into: target)
    let (sheet, hasFormulas) = try sheetPart(bytes, &styleImport, isSelected: isSelected)
    var result = Parts(
      sheet: sheet, comments: comments?.bytes, boxes: nil, names: names(place), hasFormulas: hasFormulas)
    if isStrict {
      result.sheet = Self.strict(result.sheet)
      result.comments = result.comments.map { Self.strict($0) }
    }
    return result
  }

  private func sheetPart(
    _ bytes: [UInt8], _ styles: inout StyleImport, isSelected: Bool
  ) throws(MarkupFault) -> ([UInt8], Bool) {
    var result: [UInt8] = []
    var position = 0
    var copied = 0
    var hasFormulas = false
    /// The value element of a cell that names a shared string, until its number has come.
    var isString = false
    func replace(_ range: Range<Int>, _ xml: String) {
      result.append(contentsOf: bytes[copied..<range.lowerBound])
      result.append(contentsOf: xml.utf8)
      copied = range.upperBound
    }
    func index(_ name: StaticString, _ token: MarkupToken) -> (Range<Int>, Int)? {
      guard let range = MarkupScanner.value(of: name, token, in: bytes),
        let index = Int(String(decoding: bytes[range], as: UTF8.self))
      else { return nil }
      return (range, index)
    }
    while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
      position = token.range.upperBound
      guard token.kind == .start || token.kind == .empty else { continue }
      switch String(decoding: bytes[token.name], as: UTF8.self) {
      case "c", "row":
        if let (range, index) = index("s", token) { replace(range, "\(try styles.cellStyle(index))") }
        let type = MarkupScanner.value(of: "t", token, in: bytes)
        isString = type.map { bytes[$0].elementsEqual("s".utf8) } ?? false
        if isString, let type { replace(type, "inlineStr") }
      case "v" where isString:
        guard let value = try MarkupScanner.token(in: bytes, from: position, isAll: true),
          let end = try MarkupScanner.token(in: bytes, from: value.range.upperBound, isAll: true),
          let number = Int(String(decoding: bytes[value.range], as: UTF8.self)), strings.indices.contains(number)
        else { throw .broken("a shared string is not there") }
        replace(token.range.lowerBound..<end.range.upperBound, "<is>\(strings[number])</is>")
        position = end.range.upperBound
      case "f": hasFormulas = true
      case "col":
        if let (range, index) = index("style", token) { replace(range, "\(try styles.cellStyle(index))") }
      case "cfRule":
        if let (range, index) = index("dxfId", token) { replace(range, "\(try styles.differentialStyle(index))") }
      case "sheetView" where !isSelected:
        if let value = MarkupScanner.value(of: "tabSelected", token, in: bytes) { replace(value, "0") }
      default: break
      }
    }
    result.append(contentsOf: bytes[copied...])
    return (result, hasFormulas)
  }

  private func names(_ place: Int) -> [String] {
    guard let list = book.child(of: 0, named: "definedNames") else { return [] }
    return book.children(of: list, named: "definedName").compactMap { element in
      guard book.value("localSheetId", of: element) != nil,
        var name = try? MarkupDocument(Array(book.bytes[book.elements[element].range]))
      else { return nil }
      name.set("localSheetId", of: 0, to: "\(place)")
      return String(decoding: name.rendered(), as: UTF8.self)
    }
  }

  private static func strict(_ bytes: [UInt8]) -> [UInt8] {
    var result = String(decoding: bytes, as: UTF8.self)
    // The namespaces stand in the root tag, before any text of a user's.
    if let end = (result.firstRange(of: "<sheetData") ?? result.firstRange(of: "<authors"))?.lowerBound {
      let head = result[..<end].replacing(Namespaces.transitionalMain, with: Namespaces.strictMain)
        .replacing(Namespaces.transitionalRelationships, with: Namespaces.strictRelationships)
      result = String(head) + result[end...]
    }
    return Array(result.utf8)
  }

  /// Keeps the shapes of a drawing apart from those of other sheets, whose numbers come in lots of 1,024.
  private static func renumbered(_ bytes: [UInt8], by lots: Int) -> [UInt8] {
    if lots == 0 { return bytes }
    let mark = "_x0000_s"
    let text = String(decoding: bytes, as: UTF8.self).replacing("data=\"1\"", with: "data=\"\(1 + lots)\"")
    let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
    let renumbered = pieces.dropFirst().map { piece in
      let digits = piece.prefix { $0.isASCII && $0.isNumber }
      return Int(digits).map { "\($0 + lots * 1024)" + piece.dropFirst(digits.count) } ?? String(piece)
    }
    return Array(([String(pieces[0])] + renumbered).joined(separator: mark).utf8)
  }
}
