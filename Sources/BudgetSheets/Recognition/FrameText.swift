/// The lines around a form: its title, its code, the department, the unit, the notes.
struct FrameText {
  let labels: FormSet.FrameLabels

  /// The text after the colon where a cell starts with one of some words, as in `部门名称：…`; nil where it does not.
  static func value(of text: String, after words: [String]) -> String? {
    // Scalar by scalar: a mark that combines with the colon would make another character of it.
    let plain = AmountText.plain(text).unicodeScalars
    guard let colon = plain.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let word = LabelText.normalize(String(plain[..<colon]))
    guard words.contains(where: { LabelText.normalize($0) == word }) else { return nil }
    let rest = text.unicodeScalars.drop { $0 != ":" && $0 != "：" }.dropFirst()
    return trimmed(String(rest))
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether a line is a note: it starts with 注, 备注 or 说明 and a colon, or is such a word and nothing else.
  func isNote(_ text: String) -> Bool {
    let plain = LabelText.normalize(text)
    return labels.notes.contains { word in
      plain == word || plain.utf8.starts(with: (word + ":").utf8)
        || (plain.hasPrefix(word) && plain.dropFirst(word.count).first.map { "1234567890.、一(".contains($0) } == true)
    }
  }

  /// Whether a line is one of signatures, or the number of a page.
  func isSignature(_ text: String) -> Bool {
    let plain = LabelText.normalize(text)
    return labels.signatures.contains { plain == $0 || plain.hasPrefix($0 + ":") || plain.hasPrefix($0 + "(") }
      || Self.isPageNumber(plain)
  }

  /// Whether a text is `第3页`, `第 3 页，共 9 页`, `3/9` or `- 3 -`.
  private static func isPageNumber(_ plain: String) -> Bool {
    guard plain.utf8.count <= 40, plain.contains(where: \.isNumber) else { return false }
    if plain.hasPrefix("第"), plain.contains("页") { return true }
    return plain.hasPrefix("-") && plain.hasSuffix("-")
      && plain.dropFirst().dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The year of a title, as `2023`; nil where it names none.
  static func year(in title: String) -> String? {
    return year(inLabel: LabelText.normalize(title))
  }

  private static let digits: [Character: Character] = [
    "〇": "0", "○": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
    "九": "9",
  ]

  private static func year(inLabel plain: String) -> String? {
    // Most labels name no year; their bytes tell that soonest.
    guard plain.utf8.contains(0xB4), let mark = plain.firstIndex(of: "年") else { return nil }
    let year = plain[..<mark].suffix(4).map { digits[$0] ?? $0 }
    guard year.count == 4, year.allSatisfy({ $0.isASCII && $0.isNumber }), year[0] == "1" || year[0] == "2" else {
      return nil
    }
    return String(year)
  }

  /// The word for the year before, as it stands before a heading.
  static let yearBefore = "上年"

  /// Whether a year is the one before another.
  static func isYear(_ year: String, before other: String) -> Bool {
    guard let year = Int(year), let other = Int(other) else { return false }
    return year + 1 == other
  }

  /// The bytes that a title must have to be found at the end of a longer text: seven Chinese characters.
  static let shortestTitle = 21
  /// The bytes that a line with a title and something more may have.
  static let longestTitle = 180

  /// A title without its year, normalized, for comparing.
  static func key(ofTitle title: String) -> String {
    titleKey(ofLabel: LabelText.normalize(title.replacing("{year}", with: "2000")))
  }

  /// A normalized title without its year.
  static func titleKey(ofLabel label: String) -> String {
    guard let year = year(inLabel: label), let mark = label.firstIndex(of: "年") else { return label }
    var plain = label
    let start = plain.index(mark, offsetBy: -year.count)
    var end = plain.index(after: mark)
    if end < plain.endIndex, plain[end] == "度" { end = plain.index(after: end) }
    plain.removeSubrange(start..<end)
    return LabelText.removing("()", from: plain)
  }
}
