internal import XlsxPackage

/// `[Content_Types].xml`: which kind of content each part has (ECMA-376 part 2, 7.3.7).
struct ContentTypeList {
  static let part = "[Content_Types].xml"

  private var document: MarkupDocument
  private let encoding: PartEncoding
  /// The elements that speak of one part, by its name.
  private var overrides: [String: Int] = [:]
  /// The elements that speak of all parts whose names end in some way.
  private var defaults: [String: Int] = [:]
  /// The endings of names for which a type was added.
  private var addedEndings: Set<String> = []

  init(_ package: SourcePackage) throws(XlsxWriteError) {
    (document, encoding) = try package.document(of: Self.part)
    for child in document.elements[0].children {
      switch document.elements[child].name {
      case "Override":
        let key = PartName.key(document.value("PartName", of: child) ?? "")
        if overrides[key] == nil { overrides[key] = child }
      case "Default":
        let ending = (document.value("Extension", of: child) ?? "").lowercased()
        if defaults[ending] == nil { defaults[ending] = child }
      default: break
      }
    }
  }

  var isChanged: Bool { document.isChanged }

  /// The content type of a part, nil where the list says nothing of it.
  func type(of part: String) -> String? {
    if let own = override(of: part) { return document.value("ContentType", of: own) }
    let key = PartName.key(part)
    guard let dot = key.lastIndex(of: ".") else { return nil }
    let ending = key[key.index(after: dot)...]
    return defaults[String(ending)]
      .flatMap { document.value("ContentType", of: $0) }
  }

  private func override(of part: String) -> Int? { overrides[PartName.key(part)] }

  /// The parts that have content of some type.
  func parts(where matches: (String) -> Bool) -> [String] {
    document.elements[0].children.filter {
      document.elements[$0].name == "Override" && matches(document.value("ContentType", of: $0) ?? "")
    }.compactMap { document.value("PartName", of: $0) }.map { PartName.resolve($0, from: "") }
  }

  /// Says what content a new part has.
  mutating func add(_ part: String, type: String) {
    // Some lists speak of parts that are not there.
    if let own = override(of: part) { return document.set("ContentType", of: own, to: type) }
    document.append(
      "<\(document.root.prefix)Override PartName=\"/\(MarkupText.escaped(part))\" ContentType=\"\(type)\"/>", to: 0)
  }

  /// Says what content a new part of this ending has, unless the list says so already.
  mutating func addDefault(ending: String, type: String, for part: String) {
    if self.type(of: part) == type || addedEndings.contains(ending) { return }
    if defaults[ending] != nil { return add(part, type: type) }
    addedEndings.insert(ending)
    let xml = "<\(document.root.prefix)Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>"
    if let first = document.elements[0].children.first {
      document.insert(xml, before: first)
    } else {
      document.append(xml, to: 0)
    }
  }

  /// Says nothing more of a part.
  mutating func remove(_ part: String) {
    if let own = override(of: part) { document.remove(own) }
  }

  func rendered() -> [UInt8] { encoding.encode(document.rendered()) }
}
