/// The text of a fragment of a web page.
enum HTMLText {
  /// Tags that begin or end a line.
  private static let blocks: Set<String> = ["p", "br", "div", "li", "ul", "ol"]
  /// Tags that only change the looks; they count where they stand in pairs.
  private static let inlines: Set<String> = ["span", "strong", "b", "em", "i", "u", "font", "sub", "sup", "a"]
  private static let entities = [
    "nbsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "ge": "≥", "le": "≤",
    "ensp": " ", "emsp": " ",
  ]

  /// A tag of the closed list.
  private struct Tag {
    var name: String
    var isClosing: Bool
    var isBlock: Bool
    var end: String.Index
  }

  /// The text without tags and with its entities decoded once.
  static func plain(_ text: String) -> String {
    var found: [(start: String.Index, tag: Tag)] = []
    var place = text.startIndex
    while let start = text[place...].firstIndex(of: "<") {
      if let tag = tag(at: start, in: text) {
        found.append((start, tag))
        place = tag.end
      } else {
        place = text.index(after: start)
      }
    }
    let names = Set(found.filter { $0.tag.isClosing }.map(\.tag.name))
      .intersection(found.filter { !$0.tag.isClosing }.map(\.tag.name))
    found.removeAll { !$0.tag.isBlock && !names.contains($0.tag.name) }
    if found.isEmpty { return decoded(text) }
    var lines: [String] = [""]
    place = text.startIndex
    for (start, tag) in found {
      lines[lines.count - 1] += text[place..<start]
      if tag.isBlock { lines.append("") }
      place = tag.end
    }
    lines[lines.count - 1] += text[place...]
    // Blanks around a line break of markup say nothing, nor does an empty line between two paragraphs.
    let kept = lines.map { FrameText.trimmed($0) }.filter { !$0.isEmpty }
    return decoded(kept.joined(separator: "\n"))
  }

  private static func tag(at start: String.Index, in text: String) -> Tag? {
    var rest = text[text.index(after: start)...]
    let isClosing = rest.first == "/"
    if isClosing { rest.removeFirst() }
    let name = rest.prefix { $0.isASCII && $0.isLetter }.lowercased()
    let isBlock = blocks.contains(name)
    guard isBlock || inlines.contains(name) else { return nil }
    rest = rest.dropFirst(name.count)
    guard let next = rest.first, next == ">" || next == "/" || next.isWhitespace, let end = rest.firstIndex(of: ">"),
      !rest[..<end].contains("<")
    else { return nil }
    return Tag(name: name, isClosing: isClosing, isBlock: isBlock, end: rest.index(after: end))
  }

  /// The text with each entity replaced, once.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let end = rest.prefix(10).firstIndex(of: ";"), let character = character(String(rest[..<end])) {
        result += character
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  private static func character(_ entity: String) -> String? {
    if let text = entities[entity] { return text }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    // A control character stands in no cell.
    guard let value, value >= 0x20 || value == 0x0A, !(0x7F...0x9F).contains(value), value < 0xFFFE || value > 0xFFFF,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(scalar)
  }
}
