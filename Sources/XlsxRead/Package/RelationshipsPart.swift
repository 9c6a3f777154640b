import XlsxPackage

/// Reads a `.rels` part.
final class RelationshipsPart: XMLHandler {
  private let source: String
  private let limit: Int
  private(set) var relationships: [Relationship] = []

  /// `source` is the part whose relationships these are; targets are relative to it.
  init(of source: String, limits: ReadLimits) {
    self.source = source
    limit = limits.relationships
  }

  override func start(_ element: XMLElement) throws(XMLFault) {
    guard element.name.matches("Relationship") else { return }
    if relationships.count >= limit { throw XMLFault(.overLimit, "more than \(limit) relationships") }
    let isExternal = element["TargetMode"] == "External"
    let target = element["Target"] ?? ""
    relationships.append(
      Relationship(
        id: element["Id"] ?? "", type: element["Type"] ?? "",
        target: isExternal ? target : PartName.resolve(target, from: source), isExternal: isExternal))
  }
}
