internal import XlsxPackage

/// The part that lists the sheets of a workbook, as it stands in the file.
struct WorkbookMarkup {
  let part: String
  let document: MarkupDocument
  let encoding: PartEncoding
  let relationships: RelationshipList
  let sheets: [SheetState.Original]
  /// Whether the workbook keeps to the strict edition of the format.
  let isStrict: Bool

  init(_ package: SourcePackage) throws(XlsxWriteError) {
    part = try Self.mainPart(of: package)
    (document, encoding) = try package.document(of: part)
    relationships = try RelationshipList(of: part, in: package)
    do throws(MarkupFault) {
      if document.root.name != "workbook" {
        throw MarkupFault(message: "the main part is \"\(document.root.name)\", not a workbook")
      }
      isStrict = document.root.namespace == Namespaces.strictMain
      sheets = try Self.sheets(in: document, relationships, atMost: package.limits.parts)
    } catch {
      throw XlsxWriteError(error).inPart(part, of: package.file)
    }
  }

  private static func sheets(
    in document: MarkupDocument, _ relationships: RelationshipList, atMost limit: Int
  ) throws(MarkupFault) -> [SheetState.Original] {
    guard let list = document.child(of: 0, named: "sheets") else {
      throw MarkupFault(message: "the workbook has no list of sheets")
    }
    var sheets: [SheetState.Original] = []
    var parts: Set<String> = []
    let elements = document.children(of: list, named: "sheet")
    if elements.count > limit { throw MarkupFault(message: "the workbook lists more than \(limit) sheets") }
    let targets = relationships.byName
    for element in elements {
      let target = document.prefixedValue("id", of: element).flatMap { targets[$0] }
      // A sheet that leads nowhere cannot be changed, but the others can.
      let isWorksheet = target.map { $0.isA("worksheet") && !$0.isExternal } ?? false
      let part = target.map(\.target) ?? ""
      if isWorksheet, !parts.insert(PartName.key(part)).inserted {
        throw .refused("two sheets are the same part \(part). Save the file again in Excel or WPS.")
      }
      sheets.append(
        SheetState.Original(
          name: MarkupText.decoded(document.value("name", of: element) ?? ""),
          visibility: document.value("state", of: element).flatMap { SheetVisibility(rawValue: $0) } ?? .visible,
          element: element, part: part, isWorksheet: isWorksheet))
    }
    return sheets
  }

  /// The name of the workbook part: the one that the package leads to, or the usual one, or by its content type.
  private static func mainPart(of package: SourcePackage) throws(XlsxWriteError) -> String {
    for item in try RelationshipList(of: "", in: package).items
    where item.isA("officeDocument") && !item.isExternal && package.has(item.target) {
      if item.target.lowercased().hasSuffix(".bin") { throw wrongKind("an .xlsb workbook", package) }
      return item.target
    }
    if package.has("xl/workbook.xml") { return "xl/workbook.xml" }
    if package.has(ContentTypeList.part) {
      let types = try ContentTypeList(package)
      if let part = types.parts(where: { $0.contains("sheet") && $0.contains(".main+xml") }).first(where: package.has) {
        return part
      }
    }
    if package.has("xl/workbook.bin") { throw wrongKind("an .xlsb workbook", package) }
    if package.has("content.xml") { throw wrongKind("an OpenDocument file", package) }
    throw wrongKind("no .xlsx workbook but another package", package)
  }

  private static func wrongKind(_ kind: String, _ package: SourcePackage) -> XlsxWriteError {
    XlsxWriteError(PackageFault(.wrongKind, "this is \(kind)"), path: package.file)
  }

  /// The namespace of relationships in this workbook's edition.
  var relationshipNamespace: String {
    isStrict ? Namespaces.strictRelationships : Namespaces.transitionalRelationships
  }

  /// The namespace of worksheets in this workbook's edition.
  var mainNamespace: String { isStrict ? Namespaces.strictMain : Namespaces.transitionalMain }

  /// Where the active tab and the first tab that shows are said, one for each window.
  var views: [Int] {
    document.child(of: 0, named: "bookViews").map { document.children(of: $0, named: "workbookView") } ?? []
  }

  /// The place of the sheet that the file shows first.
  var activeIndex: Int { views.first.flatMap { document.value("activeTab", of: $0) }.flatMap { Int($0) } ?? 0 }

  /// Whether a password keeps the list of sheets as it is.
  var isLockedWithPassword: Bool {
    guard let protection = document.child(of: 0, named: "workbookProtection"),
      document.flag("lockStructure", of: protection)
    else { return false }
    return ["workbookPassword", "workbookHashValue"].contains { !(document.value($0, of: protection) ?? "").isEmpty }
  }
}
