/// Invented amounts for one comparison: given ones, and one that follows from them.
struct AmountExample: Sendable, Hashable {
  /// A cell with an amount.
  struct Figure: Sendable, Hashable {
    var name: BilingualText
    var amount: Amount
  }

  /// The figures that are given.
  var given: [Figure]
  /// How many others are left blank.
  var blanks: Int
  /// The figure that follows from them.
  var subject: Figure
  /// How the subject must stand to its amount.
  var relation: Judgement.Relation
  /// An amount of the subject with which the rule does not hold.
  var wrong: Amount
  var unit: MoneyUnit
  var decimals: Int

  private func text(_ amount: Amount) -> String { amount.text(in: unit, decimals: decimals) }

  /// The example in a language.
  func text(in language: Language, rows: BilingualText?) -> String {
    language == .chinese ? chinese(rows?.chinese) : english(rows?.english)
  }

  private var difference: Amount { Amount(fen: abs(wrong.fen - subject.amount.fen)) }

  private func chinese(_ rows: String?) -> String {
    let name = subject.name.chinese
    var start = rows.map { "对\($0)：" } ?? ""
    if given.isEmpty, blanks > 0 { start += "其余 \(blanks) 项空白时，" }
    if !given.isEmpty {
      start += "设 " + given.map { "\($0.name.chinese) \(text($0.amount))" }.joined(separator: "、")
      start += blanks > 0 ? "，其余 \(blanks) 项空白，则 " : "，则 "
    }
    let bound = text(subject.amount)
    let told = "相差 \(text(difference)) \(unit.rawValue)"
    switch relation {
    case .equal:
      return start + "\(name) 应为 \(bound)；若填 \(text(wrong))，报告“填报 \(text(wrong))，应为 \(bound)，\(told)”。"
    case .atMost:
      return start
        + "\(name) 不应大于 \(bound)；若填 \(text(wrong))，报告“\(text(wrong)) 大于 \(bound)，超出 \(text(difference)) \(unit.rawValue)”。"
    case .atLeast:
      return start + "\(name) 不应小于 \(bound)；若填 \(text(wrong))，报告“\(text(wrong)) 小于 \(bound)，\(told)”。"
    }
  }

  private func english(_ rows: String?) -> String {
    let name = subject.name.english
    let place = rows.map { "for \($0), " } ?? ""
    let others = blanks == 1 ? "one other" : "\(blanks) others"
    var start = given.isEmpty && blanks > 0 ? "with \(others) blank, " : ""
    if !given.isEmpty {
      start = "with " + given.map { "\($0.name.english) \(text($0.amount))" }.joined(separator: " and ")
      start += blanks > 0 ? " and \(others) blank, " : ", "
    }
    let bound = text(subject.amount)
    let told = "a difference of \(text(difference)) \(unit.rawValue)"
    let sentence =
      switch relation {
      case .equal:
        "\(name) should be \(bound); if it says \(text(wrong)), the report says: “\(text(wrong)) is reported; it should be \(bound): \(told)”."
      case .atMost:
        "\(name) must not be more than \(bound); if it says \(text(wrong)), the report says: “\(text(wrong)) is more than \(bound): \(text(difference)) \(unit.rawValue) too much”."
      case .atLeast:
        "\(name) must not be less than \(bound); if it says \(text(wrong)), the report says: “\(text(wrong)) is less than \(bound): \(told)”."
      }
    let all = place + start + sentence
    return all.prefix(1).uppercased() + all.dropFirst()
  }
}

extension AmountExample {
  /// A term of a comparison with its name.
  struct Term {
    var name: BilingualText
    /// How often it counts on the left side, in units of the scale; less than nothing for one of the right side.
    var factor: Int64
  }

  /// The amounts of what is given, in units; each other term is left blank.
  private static let units: [Int64] = [400, 200, 100, 50]

  /// Makes up amounts for a comparison; nil where there are none that people would read.
  ///
  /// - Parameters:
  ///   - terms: The cells of both sides, those of the left side first.
  ///   - constant: What counts on the left side beside them, in 分; less than nothing on the right side.
  init?(
    _ terms: [Term], constant: Int64, scale: Int64, relation: Judgement.Relation, leftCount: Int, unit: MoneyUnit,
    decimals: Int
  ) {
    guard let solved = Self.subject(of: terms, leftCount, scale) else { return nil }
    let subject = terms[solved]
    var others = terms
    others.remove(at: solved)
    // What follows is what the others come to on the other side: those that make it smaller get the small amounts.
    let direction: Int64 = subject.factor > 0 ? -1 : 1
    others = others.filter { ($0.factor > 0) == (direction > 0) } + others.filter { ($0.factor > 0) != (direction > 0) }
    let positive = others.count { ($0.factor > 0) == (direction > 0) }
    var chosen = Array(others.prefix(min(positive, 2)))
    chosen += others.dropFirst(positive).prefix(positive == 0 ? 0 : 2)
    // Amounts of which the subject's own factor leaves no fraction.
    var (multiple, rest) = (Int128(subject.factor.magnitude), Int128(scale))
    while rest != 0 { (multiple, rest) = (rest, multiple % rest) }
    multiple = Int128(subject.factor.magnitude) / multiple
    var sum = Int128(constant) * Int128(scale)
    given = []
    for (index, term) in chosen.enumerated() {
      let fen = Int128(Self.units[min(index, 3)]) * Int128(unit.fen) * multiple
      guard let amount = Int64(exactly: fen), fen <= Int128(Self.largest) * Int128(unit.fen) else { return nil }
      given.append(Figure(name: term.name, amount: Amount(fen: amount)))
      sum += Int128(term.factor) * fen
    }
    let (value, remainder) = (-sum).quotientAndRemainder(dividingBy: Int128(subject.factor))
    guard remainder == 0, let fen = Int64(exactly: value), abs(value) <= Int128(Self.largest) * Int128(unit.fen) else {
      return nil
    }
    blanks = others.count - chosen.count
    self.subject = Figure(name: subject.name, amount: Amount(fen: fen))
    self.unit = unit
    self.decimals = decimals
    self.relation =
      switch relation {
      case .equal: .equal
      case .atMost: subject.factor > 0 ? .atMost : .atLeast
      case .atLeast: subject.factor > 0 ? .atLeast : .atMost
      }
    // Far more than rounding explains: 0.50 where two decimals are printed.
    var digit = unit.fen
    for _ in 0..<decimals where digit > 1 { digit /= 10 }
    let step = 50 * max(digit, 1)
    wrong = Amount(fen: self.relation == .atLeast ? fen - step : fen + step)
  }

  /// The units beyond which an amount is no example any more.
  private static let largest: Int64 = 1_000_000_000

  /// The term that is worked out: the one on the left side, else the one on the right side, else one that counts once.
  private static func subject(of terms: [Term], _ leftCount: Int, _ scale: Int64) -> Int? {
    if leftCount == 1 { return 0 }
    if terms.count - leftCount == 1 { return leftCount }
    return terms.indices.first { terms[$0].factor == scale } ?? (terms.isEmpty ? nil : 0)
  }
}
