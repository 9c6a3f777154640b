/// The background of a cell as a workbook describes it: none, a colour of its own or of the theme, a pattern, a gradient.
///
/// It can be read from one cell, kept as text, and given to a cell again, which then looks as before:
///
/// ```swift
/// let before = try sheet.fill(at: cell)
/// try sheet.restyle(cell, StyleChange(fill: .color(Color(0xFFC7CE))))
/// try list.write(text: before.text, at: CellReference(row: 2, column: 5))
/// // Next time:
/// if let fill = CellFill(text: kept) { try sheet.restyle(cell, StyleChange(fill: .exactly(fill))) }
/// ```
public struct CellFill: Hashable, Sendable {
  /// The fill as text, empty for none: the markup of the format in one form for all files, as
  /// `<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill>`.
  ///
  /// Fills that look the same by other means, as by the theme and by red, green and blue, differ. A gradient with hundreds of
  /// colours is longer than a cell can hold.
  public let text: String

  /// No fill.
  public static let none = CellFill(canonical: "")

  private init(canonical text: String) { self.text = text }

  /// The fill of a text that ``text`` has given; nil for any other.
  public init?(text: String) {
    if text.isEmpty {
      self = .none
      return
    }
    guard let markup = try? MarkupDocument(Array(text.utf8)) else { return nil }
    self.init(markup)
    // What a program or a user has changed is not what was kept.
    if !self.text.isExactly(text) { return nil }
  }

  /// Takes the fill of a style sheet. What the format does not know is left out.
  init(_ markup: MarkupDocument) {
    let known = ["patternFill", "gradientFill"]
    let content = markup.root.children.first { known.contains(markup.elements[$0].name) }
    guard markup.root.name == "fill", let content else {
      self = .none
      return
    }
    let xml = Self.xml(of: content, in: markup)
    let isNone = xml == "<patternFill/>" || xml == "<patternFill patternType=\"none\"/>"
    self.init(canonical: isNone ? "" : "<fill>\(xml)</fill>")
  }

  /// The colour of a fill that is nothing but one, given by its shares of red, green and blue; nil for any other, also for a
  /// colour of the theme.
  public var solidColor: Color? {
    guard let markup = try? MarkupDocument(Array(text.utf8)), let pattern = markup.child(of: 0, named: "patternFill"),
      markup.value("patternType", of: pattern) == "solid", let color = markup.child(of: pattern, named: "fgColor"),
      let digits = markup.value("rgb", of: color), let value = UInt32(digits, radix: 16),
      ["auto", "indexed", "theme"].allSatisfy({ markup.attribute($0, of: color) == nil }),
      Double(markup.value("tint", of: color) ?? "0") == 0
    else { return nil }
    return Color(value)
  }
}

// MARK: - The one form

extension CellFill {
  /// The attributes and the children of the elements of a fill, in order (18.8.20 to 18.8.38).
  private static let colorAttributes = ["auto", "indexed", "rgb", "theme", "tint"]
  private static let attributes = [
    "patternFill": ["patternType"], "gradientFill": ["type", "degree", "left", "right", "top", "bottom"],
    "stop": ["position"], "color": colorAttributes, "fgColor": colorAttributes, "bgColor": colorAttributes,
  ]
  private static let children = [
    "patternFill": ["fgColor", "bgColor"], "gradientFill": ["stop"], "stop": ["color"],
  ]
  /// The values of ST_PatternType (18.18.55).
  private static let patterns: Set<String> = [
    "none", "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical", "darkDown", "darkUp",
    "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical", "lightDown", "lightUp", "lightGrid", "lightTrellis",
    "gray125", "gray0625",
  ]

  private static func xml(of element: Int, in markup: MarkupDocument) -> String {
    let name = markup.elements[element].name
    var tag = "<" + name
    for attribute in attributes[name] ?? [] {
      guard let value = markup.value(attribute, of: element), isSound(value, of: attribute) else { continue }
      tag += " \(attribute)=\"\(value)\""
    }
    var content = ""
    for child in children[name] ?? [] {
      let all = markup.elements[element].children.filter { markup.elements[$0].name == child }
      // Of colours there is one each.
      for one in child == "stop" ? all[...] : all.prefix(1) { content += xml(of: one, in: markup) }
    }
    return content.isEmpty ? tag + "/>" : "\(tag)>\(content)</\(name)>"
  }

  /// Whether an attribute may have a value; none of those that may has a character that XML would write otherwise.
  private static func isSound(_ value: String, of attribute: String) -> Bool {
    switch attribute {
    case "patternType": patterns.contains(value)
    case "type": value == "linear" || value == "path"
    case "auto": ["0", "1", "false", "true"].contains(value)
    case "rgb": (value.utf8.count == 6 || value.utf8.count == 8) && value.utf8.allSatisfy(isHexadecimal)
    case "indexed", "theme": value.utf8.allSatisfy(isDigit) && UInt32(value) != nil
    default: value.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) } && Double(value)?.isFinite == true
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
