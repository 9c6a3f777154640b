import XlsxPackage

/// Reads the targets of a worksheet's hyperlinks from its `.rels` part, as they stand there.
///
/// A target is a URL and no name of a part, also where a program forgets to say that it lies outside the package.
final class HyperlinkTargetsPart: XMLHandler {
  private(set) var targets: [String: String] = [:]
  private let limit: Int

  init(limits: ReadLimits) { limit = limits.relationships }

  override func start(_ element: XMLElement) throws(XMLFault) {
    guard element.name.matches("Relationship"), element["Type"]?.hasSuffix("/hyperlink") == true,
      let id = element["Id"], targets[id] == nil
    else { return }
    if targets.count >= limit { throw XMLFault(.overLimit, "more than \(limit) relationships") }
    targets[id] = element["Target"]
  }
}

extension PackageReader {
  /// The targets of a worksheet's hyperlinks by their relationships' ids; none where it has no relationships.
  func hyperlinkTargets(of part: String) throws(XlsxReadError) -> [String: String] {
    let name = PartName.relationships(of: part)
    guard hasPart(name) else { return [:] }
    let handler = HyperlinkTargetsPart(limits: limits)
    try parse(name, into: handler)
    return handler.targets
  }
}
