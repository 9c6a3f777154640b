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
        target: isExternal ? target : Self.resolve(target, from: source), isExternal: isExternal))
  }

  /// The part a target names: absolute, relative to the source, with either slash.
  static func resolve(_ target: String, from source: String) -> String {
    let isAbsolute = target.first == "/" || target.first == "\\"
    let isSeparator = { (character: Character) in character == "/" || character == "\\" }
    var path = isAbsolute ? [] : source.split(whereSeparator: isSeparator).dropLast().map(String.init)
    for step in target.split(whereSeparator: isSeparator) {
      switch step {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }

  /// The name of the part that holds a part's relationships.
  static func name(for part: String) -> String {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    return part[..<slash] + "_rels/" + part[slash...] + ".rels"
  }
}
