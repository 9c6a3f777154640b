/// Texts of blank forms as definitions hold them.
enum DraftText {
  /// The bytes that a text of a definition may have.
  static let longest = 6_000

  /// A label without line breaks, and without the blanks by which clerks widen it.
  static func label(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var hasBlank = false
    var isBroken = false
    for scalar in text.unicodeScalars.prefix(400) {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
        hasBlank = true
        if scalar.value < 0x20 { isBroken = true }
        continue
      }
      if hasBlank, let last = result.last {
        // A blank beside Latin letters and signs may be meant; one between Chinese characters is not.
        let isMeant = isBroken ? isLetter(last) && isLetter(scalar) : last.value < 0x250 || scalar.value < 0x250
        if isMeant { result.append(" ") }
      }
      hasBlank = false
      isBroken = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  /// A text with `{year}` for the year before the first 年; nil where it names none.
  static func withYear(_ text: String) -> String? {
    guard let year = FrameText.year(in: text), let mark = text.firstIndex(of: "年") else { return nil }
    var start = mark
    var count = 0
    while start > text.startIndex, count < year.count {
      start = text.index(before: start)
      if !text[start].isWhitespace { count += 1 }
    }
    var end = mark
    while end > start, text[text.index(before: end)].isWhitespace { end = text.index(before: end) }
    return text.replacingCharacters(in: start..<end, with: "{year}")
  }

  /// A heading without the year that it names.
  static func withoutYear(_ label: String) -> String {
    guard let text = withYear(label) else { return label }
    for year in ["{year}年度", "{year}年"] where text.contains(year) {
      let rest = Self.label(text.replacing(year, with: "", maxReplacements: 1))
      return rest.isEmpty ? label : rest
    }
    return label
  }

  /// The styles of the numbers before labels, outermost first.
  enum Numbering: Int, Comparable {
    case none, chinese, bracketedChinese, digits, bracketedDigits

    /// The style of a label's number: `一、`, `（一）`, `1、` or `（1）`.
    init(_ label: String) {
      let plain = LabelText.normalize(label)
      guard let number = LabelText.split(plain).number, let first = number.first else {
        self = .none
        return
      }
      switch (plain.hasPrefix("("), first.isASCII) {
      case (false, false): self = .chinese
      case (true, false): self = .bracketedChinese
      case (false, true): self = .digits
      case (true, true): self = .bracketedDigits
      }
    }

    static func < (first: Numbering, second: Numbering) -> Bool { first.rawValue < second.rawValue }
  }

  /// Whether a label says that it is a part (其中) of another one.
  static func isPart(_ label: String) -> Bool { LabelText.normalize(label).hasPrefix("其中") }

  /// A label without what says that it is a part.
  static func withoutPart(_ label: String) -> String {
    guard isPart(label) else { return label }
    return String(label.drop { "其中：: ".contains($0) })
  }
}

extension String {
  /// The text with a range of characters replaced.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
