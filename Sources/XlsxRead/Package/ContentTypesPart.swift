import XlsxPackage

/// Reads `[Content_Types].xml`, needed only where the package does not say by relationship which part is its main one.
final class ContentTypesPart: XMLHandler {
  /// The first part that is a workbook.
  private(set) var workbook: String?

  override func start(_ element: XMLElement) {
    guard workbook == nil, element.name.matches("Override"), let part = element["PartName"],
      let type = element["ContentType"], type.contains("sheet"), type.contains(".main+xml")
    else { return }
    workbook = PartName.resolve(part, from: "")
  }
}
