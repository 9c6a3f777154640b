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

  /// How a text cannot be read.
  enum Fault: Error {
    case noRelation
    case severalRelations
    case emptySide
    case bracketOpen
  }

  private static let relations: [(String, Judgement.Relation)] = [
    ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("=", .equal),
  ]

  /// The relation that a word means, as `≤`; nil where it means none.
  static func relation(_ word: String) -> Judgement.Relation? { relations.first { $0.0 == word }?.1 }

  /// Takes a text apart. Signs and relations stand between spaces, so that labels may hold them.
  init(_ text: String) throws(Fault) {
    let words = try Self.words(text)
    let relations = words.indices.filter { Self.relation(words[$0]) != nil }
    guard let middle = relations.first, let relation = Self.relation(words[middle]) else { throw .noRelation }
    if relations.count > 1 { throw .severalRelations }
    self.relation = relation
    left = try Self.terms(words[..<middle])
    right = try Self.terms(words[(middle + 1)...])
  }

  /// Splits at the signs and relations that stand alone between spaces, outside of brackets and quotation marks.
  private static func words(_ text: String) throws(Fault) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    var isQuoted = false
    func isSign(_ text: String) -> Bool { text == "+" || text == "-" || text == "−" || relation(text) != nil }
    var pieces: [String] = []
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted {
        if character == "[" || character == "(" { depth += 1 }
        if character == "]" || character == ")" { depth -= 1 }
        if character == " ", depth <= 0 {
          pieces.append(word)
          word = ""
          continue
        }
      }
      word.append(character)
    }
    if depth != 0 || isQuoted { throw .bracketOpen }
    pieces.append(word)
    var current: [String] = []
    for piece in pieces where !piece.isEmpty {
      if isSign(piece) {
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

  private static func terms(_ words: ArraySlice<String>) throws(Fault) -> [Term] {
    var terms: [Term] = []
    var isNegative = false
    var expectsTerm = true
    for word in words {
      if word == "+" || word == "-" || word == "−" {
        isNegative = word != "+"
        expectsTerm = true
        continue
      }
      if word.isEmpty, terms.isEmpty, words.count > 1 { continue }
      if word.isEmpty { throw .emptySide }
      terms.append(term(word, isNegative: isNegative))
      isNegative = false
      expectsTerm = false
    }
    if expectsTerm { throw .emptySide }
    return terms
  }

  private static func term(_ word: String, isNegative: Bool) -> Term {
    var rest = word
    var factor: String?
    if let star = rest.firstIndex(of: "*"), star != rest.startIndex {
      let before = rest[..<star].filter { $0 != " " }
      if DecimalNumber(before) != nil {
        factor = before
        rest = String(rest[rest.index(after: star)...].drop { $0 == " " })
      }
    }
    let isSum = rest.hasPrefix("sum(") && rest.hasSuffix(")")
    if isSum { rest = String(rest.dropFirst(4).dropLast()) }
    return Term(isNegative: isNegative, factor: factor, text: FrameText.trimmed(rest), isSum: isSum)
  }
}
