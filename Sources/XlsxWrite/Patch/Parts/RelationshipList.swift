internal import XlsxPackage

/// The relationships of one part, to which some are added or from which some are taken.
struct RelationshipList {
  struct Item {
    var id: String
    var type: String
    /// The name of the part it leads to, or the place outside the package.
    var target: String
    var isExternal: Bool
    fileprivate var element: Int?

    /// Whether the type ends in this word; transitional and strict files differ only before it.
    func isA(_ word: String) -> Bool { type.hasSuffix("/" + word) }
  }

  /// The part whose relationships these are; empty for the package.
  let source: String
  private(set) var items: [Item] = []
  private var document: MarkupDocument?
  private var encoding = PartEncoding.utf8
  private var removed: [Int] = []

  /// Reads the relationships of a part; none where the package has no list of them.
  init(of source: String, in package: SourcePackage) throws(XlsxWriteError) {
    self.source = source
    let part = PartName.relationships(of: source)
    guard package.has(part) else { return }
    let (document, encoding) = try package.document(of: part)
    for child in document.elements[0].children where document.elements[child].name == "Relationship" {
      let isExternal = document.value("TargetMode", of: child) == "External"
      let target = document.value("Target", of: child) ?? ""
      items.append(
        Item(
          id: document.value("Id", of: child) ?? "", type: document.value("Type", of: child) ?? "",
          target: isExternal ? target : PartName.resolve(target, from: source), isExternal: isExternal,
          element: child))
    }
    self.document = document
    self.encoding = encoding
  }

  /// How many bytes the list takes.
  var byteCount: Int { document?.bytes.count ?? 0 }

  var isChanged: Bool { !removed.isEmpty || items.contains { $0.element == nil } }

  /// The name of the part that holds them.
  var part: String { PartName.relationships(of: source) }

  /// The part that a relationship leads to; the first counts where two have one name.
  func target(of id: String) -> Item? { items.first { $0.id == id } }

  /// All of them by their names.
  var byName: [String: Item] { Dictionary(items.map { ($0.id, $0) }) { first, _ in first } }

  /// The parts of a kind, each once; what lies outside the package is none.
  func targets(_ kind: String) -> [String] {
    var seen: Set<String> = []
    return items.filter { $0.isA(kind) && !$0.isExternal && seen.insert(PartName.key($0.target)).inserted }
      .map(\.target)
  }

  /// Adds a relationship to a part and gives its name.
  mutating func add(type: String, target: String) -> String {
    let names = Set(items.map(\.id))
    var number = items.count + 1
    while names.contains("rId\(number)") { number += 1 }
    items.append(Item(id: "rId\(number)", type: type, target: target, isExternal: false))
    return "rId\(number)"
  }

  /// Takes out the relationships of a kind.
  mutating func remove(_ kind: String) { remove { $0.isA(kind) } }

  /// Takes out the relationships for which a condition holds.
  mutating func remove(where isGone: (Item) -> Bool) {
    removed += items.filter(isGone).compactMap(\.element)
    items.removeAll(where: isGone)
  }

  /// The part with what was added and without what was taken out.
  func rendered() throws(MarkupFault) -> [UInt8] {
    let empty = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="\(Namespaces.packageRelationships)"></Relationships>
      """
    var result = try MarkupDocument(document?.bytes ?? Array(empty.utf8))
    for element in removed { result.remove(element) }
    for item in items where item.element == nil {
      // From the root, which is right wherever the list stands.
      result.append(
        "<\(result.root.prefix)Relationship Id=\"\(item.id)\" Type=\"\(MarkupText.escaped(item.type))\" "
          + "Target=\"/\(MarkupText.escaped(item.target))\"/>", to: 0)
    }
    return encoding.encode(result.rendered())
  }
}
