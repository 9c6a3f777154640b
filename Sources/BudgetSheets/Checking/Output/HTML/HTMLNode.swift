/// A piece of an HTML page.
///
/// Names of elements and attributes and whatever stands verbatim are texts of this program, by their type; all other texts
/// are escaped when the page is written, so that nothing from a workbook can be more than text.
indirect enum HTMLNode {
  case text(String)
  /// An element with its attributes and what is inside; made with `element`.
  case tag(StaticString, [Attribute], [HTMLNode])
  /// Several pieces without an element around them.
  case group([HTMLNode])
  /// A style sheet or a script.
  case verbatim(StaticString)

  /// One attribute of an element; an empty value for one that has none.
  struct Attribute {
    var name: StaticString
    var value: String
  }

  /// Nothing.
  static var nothing: HTMLNode { .group([]) }

  /// Creates an element; an attribute without a value is left out.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ children: HTMLNode...
  ) -> HTMLNode {
    .element(name, attributes, children)
  }

  /// Creates an element; an attribute without a value is left out.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ children: [HTMLNode]
  ) -> HTMLNode {
    .tag(name, attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }, children)
  }

  /// Writes it.
  func write(to text: inout String) {
    switch self {
    case .text(let words): Self.escape(words, to: &text)
    case .group(let nodes): for node in nodes { node.write(to: &text) }
    case .verbatim(let words): text += words.description
    case .tag(let name, let attributes, let children):
      text += "<\(name)"
      for attribute in attributes {
        text += " \(attribute.name)"
        if attribute.value.isEmpty { continue }
        text += "=\""
        Self.escape(attribute.value, to: &text)
        text += "\""
      }
      text += ">"
      if Self.isVoid(name) { return }
      for child in children { child.write(to: &text) }
      text += "</\(name)>"
      if Self.endsLine(name) { text += "\n" }
    }
  }

  /// Writes words so that they are nothing but words, in a text as in an attribute.
  private static func escape(_ words: String, to text: inout String) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      // What HTML cannot hold, and what turns the direction of the words that follow.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isVoid(_ name: StaticString) -> Bool {
    ["meta", "br", "col", "hr"].contains(name.description)
  }

  private static func endsLine(_ name: StaticString) -> Bool {
    [
      "p", "tr", "h1", "h2", "h3", "h4", "li", "section", "article", "details", "summary", "table", "div", "header",
      "head", "title", "style", "script", "footer", "nav", "main", "thead", "tbody",
    ].contains(name.description)
  }
}

extension HTMLNode: ExpressibleByStringInterpolation {
  /// Creates a text.
  init(stringLiteral value: String) { self = .text(value) }
}
