/// The pieces of a rule's text, before they are looked up: terms with their signs, and how the sides stand to each other.
struct RuleText {
  /// One term as written.
  struct Term {
    var isNegative: Bool
    /// The factor before `*`; nil where there is none.
    var factor: String?
    /// A reference, the inside of `sum(…)`, or a number.
    var text: String
    var isSum: Bool
  }

  var left: [Term]
  var relation: Judgement.Relation
  var right: [Term]

  /// How many terms a rule may have; the largest of the published forms have some forty.
  static let maximumTerms = 1_000

  private static let relations: [String: Judgement.Relation] = [
    "<=": .atMost, ">=": .atLeast, "≤": .atMost, "≥": .atLeast, "≦": .atMost, "≧": .atLeast, "=": .equal, "＝": .equal,
  ]
  /// The signs between terms, with whether they take off.
  private static let signs: [String: Bool] = ["+": false, "＋": false, "-": true, "−": true, "－": true]

  /// The relation that a word means, as `≤`; nil where it means none.
  static func relation(_ word: String) -> Judgement.Relation? { relations[word] }

  /// Takes a text apart. Signs and relations stand between spaces, so that labels may hold them.
  init(_ text: String) throws(RuleFault) {
    let words = try Self.words(text)
    if let word = words.first(where: Self.looksLikeRelation) { throw .relationUnknown(word) }
    let relations = words.indices.filter { Self.relation(words[$0]) != nil }
    guard let middle = relations.first, let relation = Self.relation(words[middle]) else {
      throw Self.hasSign(text, among: "=＝<>≤≥≦≧") ? .spacesMissing : .noRelation
    }
    if relations.count > 1 { throw .severalRelations }
    if words.count > 2 * Self.maximumTerms { throw .tooManyTerms(Self.maximumTerms) }
    self.relation = relation
    left = try Self.terms(words[..<middle])
    right = try Self.terms(words[(middle + 1)...])
  }

  /// Takes a text apart that is one side alone.
  static func side(_ text: String) throws(RuleFault) -> [Term] {
    let words = try words(text)
    if words.contains(where: { relation($0) != nil || looksLikeRelation($0) }) { throw .notOfGrowth(text) }
    if words.count > 2 * maximumTerms { throw .tooManyTerms(maximumTerms) }
    return try terms(words[...])
  }

  /// Whether a text compares two sides, and is no mere name.
  static func hasRelation(_ text: String) -> Bool { hasSign(text, among: "=＝<>≤≥≦≧") }

  /// Whether one of some signs stands outside of brackets and quotation marks.
  static func hasSign(_ text: String, among signs: String) -> Bool {
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character == "[" || character == "(" { depth += 1 }
      if character == "]" || character == ")" { depth -= 1 }
      if depth <= 0, signs.contains(character) { return true }
    }
    return false
  }

  /// Whether a word is made of signs that compare, but is none of the language: `==`, `<>`, `≠`.
  private static func looksLikeRelation(_ word: String) -> Bool {
    !word.isEmpty && relation(word) == nil && word.allSatisfy { "=＝<>≤≥≦≧≠≈!".contains($0) }
  }

  /// Splits at the signs and relations that stand alone between spaces, outside of brackets and quotation marks.
  private static func words(_ text: String) throws(RuleFault) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted {
        if character == "[" || character == "(" { depth += 1 }
        if character == "]" || character == ")" { depth -= 1 }
        if depth < 0 { throw .bracketOpen }
        if character.isWhitespace, depth == 0 {
          pieces.append(piece)
          piece = ""
          continue
        }
      }
      piece.append(character)
    }
    if isQuoted { throw .quoteOpen }
    if depth != 0 { throw .bracketOpen }
    pieces.append(piece)
    var words: [String] = []
    var current: [String] = []
    for piece in pieces where !piece.isEmpty {
      if signs[piece] != nil || relation(piece) != nil || looksLikeRelation(piece) {
        words.append(current.joined(separator: " "))
        words.append(piece)
        current = []
      } else {
        current.append(piece)
      }
    }
    words.append(current.joined(separator: " "))
    return words
  }

  private static func terms(_ words: ArraySlice<String>) throws(RuleFault) -> [Term] {
    var terms: [Term] = []
    var isNegative = false
    var hasSign = false
    for word in words {
      if let takesOff = signs[word] {
        isNegative = takesOff
        hasSign = true
      } else if !word.isEmpty {
        terms.append(try term(word, isNegative: isNegative))
        isNegative = false
        hasSign = false
      } else if hasSign || !terms.isEmpty || words.count == 1 {
        throw .emptySide
      }
    }
    if hasSign || terms.isEmpty { throw .emptySide }
    return terms
  }

  private static func term(_ word: String, isNegative: Bool) throws(RuleFault) -> Term {
    var rest = word
    var factor: String?
    if let star = rest.firstIndex(of: "*"), star != rest.startIndex {
      let before = rest[..<star].filter { !$0.isWhitespace }
      if DecimalNumber(before) != nil {
        factor = before
        rest = String(rest[rest.index(after: star)...].drop(while: \.isWhitespace))
        if rest.isEmpty { throw .emptySide }
      }
    }
    let isSum = rest.hasPrefix("sum(") && rest.hasSuffix(")")
    if isSum { rest = FrameText.trimmed(String(rest.dropFirst(4).dropLast())) }
    return Term(isNegative: isNegative, factor: factor, text: FrameText.trimmed(rest), isSum: isSum)
  }

  /// What makes a text that names nothing known a mistake of writing: signs without spaces, a product; nil for none.
  static func fault(of term: Term) -> RuleFault? {
    if term.isSum { return hasSign(term.text, among: "+＋") ? .sumOfSeveral : nil }
    if let star = term.text.firstIndex(of: "*"), star != term.text.startIndex, !term.text.hasSuffix("/*"),
      hasSign(term.text, among: "*")
    {
      return .factor(FrameText.trimmed(String(term.text[..<star])))
    }
    return hasSign(term.text, among: "+＋-−－=＝<>≤≥≦≧") ? .spacesMissing : nil
  }
}
