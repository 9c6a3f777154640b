/// What the lines around a form say about the unit of its amounts.
enum UnitStatement: Equatable {
  /// Nothing.
  case none
  /// One unit.
  case unit(MoneyUnit)
  /// Something that is no unit of ours, or two units at once.
  case unclear(String)

  /// Finds a statement in the text of a cell: `单位：万元`, `金额单位:人民币元`, `（单位：元）`, or a unit and nothing else.
  init(in text: String, labels: [String]) {
    let plain = Self.plain(text)
    if let unit = MoneyUnit.allCases.first(where: { unit in
      ["", "人民币", "人民币:"].contains { plain == $0 + unit.rawValue || plain == "(\($0)\(unit.rawValue))" }
    }) {
      self = .unit(unit)
      return
    }
    var found: UnitStatement = .none
    // The longer words first, so that 金额单位 is not taken for 单位.
    for label in labels.sorted(by: { $0.count > $1.count }) {
      for (before, rest) in Self.texts(around: label, in: plain) {
        // 填报单位 and 编制单位 name a department.
        if before?.isLetter == true, rest.first == ":" || rest.isEmpty { continue }
        found = found.and(Self.statement(at: rest))
      }
      if found != .none { break }
    }
    // Behind a blank the word begins a statement of its own, whatever stands before: 部门名称：某局　单位：元.
    if found == .none {
      for part in text.split(whereSeparator: \.isWhitespace).dropFirst() {
        let plain = Self.plain(String(part))
        guard let label = labels.sorted(by: { $0.count > $1.count }).first(where: { plain.hasPrefix($0 + ":") }) else {
          continue
        }
        found = found.and(Self.statement(at: plain.dropFirst(label.count)))
      }
    }
    self = found
  }

  /// Both statements together: two different units are unclear.
  func and(_ other: UnitStatement) -> UnitStatement {
    switch (self, other) {
    case (.none, _): other
    case (_, .none): self
    case (.unit(let first), .unit(let second)):
      first == second ? self : .unclear("\(first.rawValue)、\(second.rawValue)")
    case (.unclear, _): self
    case (_, .unclear): other
    }
  }

  /// The unit that a text begins with, after a colon and the word 人民币.
  private static func statement(at text: Substring) -> UnitStatement {
    var rest = text
    if rest.first == ":" { rest.removeFirst() }
    for word in ["人民币", "(人民币)"] where rest.hasPrefix(word) { rest.removeFirst(word.count) }
    let units = MoneyUnit.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    if let unit = units.first(where: { rest.hasPrefix($0.rawValue) }) {
      let next = rest.dropFirst(unit.rawValue.count)
      // Something else of money may go on, as 元/吨 does; a bracket or a further statement may not.
      if next.first == "/" || next.first == "角" { return .unclear(String(rest.prefix(8))) }
      // 元氏县 is a place.
      if let letter = next.first, letter.isLetter, !next.contains(":") { return .none }
      return .unit(unit)
    }
    if rest == "角" || rest == "分" { return .unclear(String(rest)) }
    let word = rest.prefix(6)
    return word.contains("元") || word.contains("币") || word.contains("圆") ? .unclear(String(word)) : .none
  }

  private static func texts(around word: String, in text: String) -> [(before: Character?, after: Substring)] {
    var texts: [(before: Character?, after: Substring)] = []
    var rest = text[...]
    var before: Character?
    while !rest.isEmpty {
      if rest.hasPrefix(word) {
        rest.removeFirst(word.count)
        texts.append((before, rest))
        before = word.last
      } else {
        before = rest.removeFirst()
      }
    }
    return texts
  }

  /// Whether a text says nothing but a unit, with its label and brackets.
  static func isAlone(_ text: String, labels: [String]) -> Bool {
    var plain = Self.plain(text)[...]
    while plain.first == "(", plain.last == ")" { plain = plain.dropFirst().dropLast() }
    for label in labels.sorted(by: { $0.count > $1.count }) where plain.hasPrefix(label) {
      plain.removeFirst(label.count)
      break
    }
    if plain.first == ":" { plain.removeFirst() }
    for word in ["人民币", "(人民币)"] {
      if plain.hasPrefix(word) { plain.removeFirst(word.count) }
      if plain.hasSuffix(word) { plain.removeLast(word.count) }
    }
    return MoneyUnit.allCases.contains { plain == $0.rawValue }
  }

  /// The text without white space, with ordinary brackets and colons.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(300) {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x200B...0x200F, 0xFEFF: continue
      default: if !scalar.properties.isWhitespace { result.append(scalar) }
      }
    }
    return String(result)
  }
}
