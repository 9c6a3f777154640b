/// Takes the code of a number format apart into sections and signs.
struct FormatScanner {
  /// One section of a code, between semicolons.
  struct Section {
    var tokens: [FormatToken] = []
    var condition: FormatCondition?
    var locale = FormatLocale()
    /// The number of `[DBNum1]` and its siblings, 0 without.
    var numeralStyle = 0
    /// Whether a color, condition or kind of digits stands in it; alone it means General.
    var hasModifier = false
  }

  /// Codes beyond this count of bytes are not read. Excel itself takes 255 characters.
  static let maximumLength = 1024

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var section = Section()

  /// The sections of a code; nil where it breaks off inside quotes or brackets, or is too long.
  static func sections(of code: String) -> [Section]? {
    guard code.utf8.count <= maximumLength else { return nil }
    var scanner = FormatScanner(code)
    return scanner.sections()
  }

  private init(_ code: String) { scalars = Array(code.unicodeScalars) }

  private mutating func sections() -> [Section]? {
    var sections: [Section] = []
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == ";" {
        position += 1
        sections.append(section)
        section = Section()
        continue
      }
      if !scan(scalar) { return nil }
    }
    sections.append(section)
    return sections
  }

  /// Reads one sign; false where the code cannot be read.
  private mutating func scan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"":
      guard let end = scalars[(position + 1)...].firstIndex(of: "\"") else { return false }
      append(.literal(Self.string(scalars[(position + 1)..<end])))
      position = end + 1
    case "\\", "!":
      // In East Asian versions of Excel the exclamation mark escapes as the backslash does.
      append(.literal(position + 1 < scalars.count ? String(scalars[position + 1]) : scalar == "!" ? "!" : ""))
      position += 2
    case "_":
      // A blank as wide as the next character.
      if position + 1 < scalars.count { append(.literal(" ")) }
      position += 2
    case "*":
      // Fills the column with the next character; without a width there is nothing to fill.
      position += 2
    case "[":
      guard let end = scalars[position...].firstIndex(of: "]") else { return false }
      scanBracket(Self.string(scalars[(position + 1)..<end]))
      position = end + 1
    default: scanPlain(scalar)
    }
    return true
  }

  private mutating func scanPlain(_ scalar: Unicode.Scalar) {
    let words: [(String, FormatToken)] = [
      ("general", .general), ("g/通用格式", .general), ("am/pm", .date(.halfDay)),
      ("上午/下午", .date(.halfDayTexts("上午", "下午"))), ("午前/午後", .date(.halfDayTexts("午前", "午後"))),
      ("오전/오후", .date(.halfDayTexts("오전", "오후"))),
    ]
    for (word, token) in words where take(word) {
      append(token)
      return
    }
    if let letters = letters(of: "a/p") {
      let texts = letters.split(separator: "/").map(String.init)
      append(.date(.halfDayTexts(texts[0], texts[1])))
      position += 3
      return
    }
    switch scalar {
    case "0": append(.digit(.zero))
    case "#": append(.digit(.hash))
    case "?": append(.digit(.question))
    case "1"..."9": append(.figure(UInt8(scalar.value - 0x30)))
    case ".": append(.point)
    case ",": append(.comma)
    case "%": append(.percent)
    case "/": append(.slash)
    case "@": append(.text)
    case "e", "E":
      if let next = position + 1 < scalars.count ? scalars[position + 1] : nil, next == "+" || next == "-",
        section.tokens.last?.isDigit == true || section.tokens.last == .point
      {
        append(.exponent(letter: String(scalar), showsPlus: next == "+"))
        position += 2
        return
      }
      append(.date(.eraYear(run(of: scalar))))
      return
    case "b", "B":
      // `B1` and `B2` at the start choose between calendars; the Gregorian one is shown in either case.
      if section.tokens.isEmpty, position + 1 < scalars.count, ["1", "2"].contains(scalars[position + 1]) {
        position += 2
        return
      }
      append(.date(.buddhistYear(run(of: scalar) > 2 ? 4 : 2)))
      return
    case "a", "A":
      let count = run(of: scalar)
      append(count < 3 ? .literal(Self.string(scalars[(position - count)..<position])) : .date(.weekday(min(count, 4))))
      return
    case "y", "Y":
      append(.date(.year(run(of: scalar) > 2 ? 4 : 2)))
      return
    case "m", "M":
      let count = run(of: scalar)
      append(.date(count < 3 ? .monthOrMinute(count) : .month(count > 5 ? 4 : count)))
      return
    case "d", "D":
      append(.date(.day(min(run(of: scalar), 4))))
      return
    case "h", "H":
      append(.date(.hour(min(run(of: scalar), 2))))
      return
    case "s", "S":
      append(.date(.second(min(run(of: scalar), 2))))
      return
    case "g", "G":
      append(.date(.era(min(run(of: scalar), 3))))
      return
    default: append(.literal(String(scalar)))
    }
    position += 1
  }

  private mutating func scanBracket(_ text: String) {
    if text.hasPrefix("$") {
      let parts = text.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      if let sign = parts.first, !sign.isEmpty { append(.literal(String(sign))) } else { section.hasModifier = true }
      if parts.count > 1 { section.locale = FormatLocale(tag: String(parts[1])) }
      return
    }
    let lower = text.lowercased()
    if let letter = lower.unicodeScalars.first, lower.unicodeScalars.allSatisfy({ $0 == letter }) {
      let count = min(lower.unicodeScalars.count, 9)
      switch letter {
      case "h": return append(.date(.elapsedHours(count)))
      case "m": return append(.date(.elapsedMinutes(count)))
      case "s": return append(.date(.elapsedSeconds(count)))
      default: break
      }
    }
    section.hasModifier = true
    if lower.hasPrefix("dbnum") {
      section.numeralStyle = Int(lower.dropFirst(5)) ?? 0
    } else if let condition = FormatCondition(text) {
      section.condition = condition
    }
    // Anything else is a color, in whatever language.
  }

  /// Adds a sign; texts side by side become one.
  private mutating func append(_ token: FormatToken) {
    if case .literal(let text) = token, case .literal(let before)? = section.tokens.last {
      section.tokens[section.tokens.count - 1] = .literal(before + text)
    } else {
      section.tokens.append(token)
    }
  }

  /// Passes over a run of one letter and gives its length.
  private mutating func run(of letter: Unicode.Scalar) -> Int {
    let start = position
    while position < scalars.count, scalars[position].properties.lowercaseMapping == letter.properties.lowercaseMapping
    {
      position += 1
    }
    return position - start
  }

  private mutating func take(_ word: String) -> Bool {
    guard let letters = letters(of: word) else { return false }
    position += letters.unicodeScalars.count
    return true
  }

  /// The letters of a word as they stand here, whatever their case; nil where it does not.
  private func letters(of word: String) -> String? {
    let expected = word.unicodeScalars
    guard position + expected.count <= scalars.count else { return nil }
    let found = scalars[position..<(position + expected.count)]
    let isEqual = zip(found, expected).allSatisfy { $0 == $1 || ($0.isASCII && $0.value | 0x20 == $1.value) }
    return isEqual ? Self.string(found) : nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
