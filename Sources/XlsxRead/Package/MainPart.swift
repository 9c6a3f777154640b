/// Finds the part that a package is about, and tells a workbook from other packages.
enum MainPart {
  /// The name of the workbook part.
  static func find(in package: PackageReader) throws(XlsxReadError) -> String {
    for relationship in try package.relationships(of: "")
    where relationship.isA("officeDocument") && !relationship.isExternal && package.hasPart(relationship.target) {
      if relationship.target.lowercased().hasSuffix(".bin") {
        throw wrongKind("an .xlsb workbook", file: package.file)
      }
      return relationship.target
    }
    // Some programs leave the package's relationships out.
    if package.hasPart("xl/workbook.xml") { return "xl/workbook.xml" }
    if package.hasPart("[Content_Types].xml") {
      let types = ContentTypesPart()
      try package.parse("[Content_Types].xml", into: types)
      if let workbook = types.workbook, package.hasPart(workbook) { return workbook }
    }
    if package.hasPart("xl/workbook.bin") { throw wrongKind("an .xlsb workbook", file: package.file) }
    if package.hasPart("content.xml") { throw wrongKind("an OpenDocument file (.ods, .odt)", file: package.file) }
    if package.hasPart("Index/Document.iwa") || package.hasPart("Index.zip") {
      throw wrongKind("an Apple Numbers or Pages file", file: package.file)
    }
    if !package.hasPart("[Content_Types].xml"), !package.hasFolder("xl") {
      throw wrongKind("a zip archive", file: package.file)
    }
    throw XlsxReadError(
      .missingPart, file: package.file, part: "xl/workbook.xml", message: "the package does not hold this part")
  }

  /// Throws where the main part's root is that of another kind of package.
  static func check(rootName: String, part: String, file: String) throws(XlsxReadError) {
    switch rootName {
    case "workbook": return
    case "document": throw wrongKind("a Word document (.docx)", file: file)
    case "presentation": throw wrongKind("a presentation (.pptx)", file: file)
    default:
      throw XlsxReadError(
        .wrongKind, file: file, part: part, message: "the main part is \"\(rootName)\", not a workbook")
    }
  }

  private static func wrongKind(_ kind: String, file: String) -> XlsxReadError {
    XlsxReadError(.wrongKind, file: file, message: "this is \(kind), not an .xlsx workbook")
  }
}
