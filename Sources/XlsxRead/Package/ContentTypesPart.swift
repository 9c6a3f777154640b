/// Reads `[Content_Types].xml`, needed only where the package does not say by relationship which part is its main one.
final class ContentTypesPart: XMLHandler {
  private(set) var overrides: [(part: String, type: String)] = []

  override func start(_ element: XMLElement) {
    guard element.name.matches("Override"), let part = element["PartName"], let type = element["ContentType"] else {
      return
    }
    overrides.append((RelationshipsPart.resolve(part, from: ""), type))
  }
}
