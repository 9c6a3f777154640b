/// A page taken apart as strictly as its writer writes it: each element closed, each attribute in double quotes.
struct HTMLOutline {
  /// One element as it begins.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The names of the elements around it.
    var path: [String]
  }

  private(set) var elements: [Element] = []
  /// The text of all elements but scripts and style sheets.
  private(set) var text = ""
  /// What is not as it should be.
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["meta", "br", "col", "hr"]

  init(_ page: String) {
    var rest = page[...]
    guard rest.hasPrefix("<!DOCTYPE html>\n") else {
      problems.append("no doctype")
      return
    }
    rest = rest.dropFirst("<!DOCTYPE html>\n".count)
    var open: [String] = []
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      text += Self.unescape(rest[..<start])
      if rest[..<start].utf8.contains(UInt8(ascii: ">")) {
        problems.append("a loose > before \(rest[start...].prefix(40))")
      }
      rest = rest[rest.index(after: start)...]
      guard let end = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else {
        problems.append("an open <")
        return
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { problems.append("</\(tag.dropFirst())> closes another") }
        continue
      }
      let element = element(tag, path: open)
      elements.append(element)
      if element.name == "script" || element.name == "style" {
        guard let close = rest.firstRange(of: "</\(element.name)>") else {
          problems.append("an open \(element.name)")
          return
        }
        rest = rest[close.upperBound...]
      } else if !Self.void.contains(element.name) {
        open.append(element.name)
      }
    }
    if !open.isEmpty { problems.append("left open: \(open)") }
  }

  private mutating func element(_ tag: Substring, path: [String]) -> Element {
    let name = tag.prefix { $0 != " " }
    var element = Element(name: String(name), attributes: [:], path: path)
    if !name.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) }) {
      problems.append("the element \(name)")
    }
    var rest = tag.dropFirst(name.count)
    while rest.first == " " {
      rest = rest.dropFirst()
      let attribute = rest.prefix { $0 != " " && $0 != "=" }
      rest = rest.dropFirst(attribute.count)
      if !attribute.allSatisfy({ ("a"..."z").contains($0) || $0 == "-" }) {
        problems.append("the attribute \(attribute)")
      }
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        value = String(rest.prefix { $0 != "\"" })
        rest = rest.dropFirst(value.count + 1)
      }
      element.attributes[String(attribute)] = Self.unescape(value[...])
    }
    if !rest.isEmpty { problems.append("the tag <\(tag)>") }
    return element
  }

  private static func unescape(_ text: Substring) -> String {
    // Most texts need no more than a look.
    if !text.utf8.contains(UInt8(ascii: "&")) { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
