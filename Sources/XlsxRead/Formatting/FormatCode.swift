/// A number format taken apart, ready to show values.
///
/// Rules: ECMA-376 18.8.31, and what Excel does where that is silent; `docs/shown-text.md` lists the choices.
struct FormatCode: Hashable {
  /// What stands for a date or number that Excel cannot show at any width.
  static let overflow = "########"

  private var numberSections: [FormatSection]
  private var textSection: FormatSection?
  private let isGeneral: Bool

  static let general = FormatCode(numberSections: [], textSection: nil, isGeneral: true)

  private init(numberSections: [FormatSection], textSection: FormatSection?, isGeneral: Bool) {
    self.numberSections = numberSections
    self.textSection = textSection
    self.isGeneral = isGeneral
  }

  /// The format of a code; General where the code is not one that Excel would take.
  init(_ code: String) {
    self = Self.parsed(code) ?? .general
  }

  private static func parsed(_ code: String) -> FormatCode? {
    if code.isEmpty || code == "General" { return general }
    guard let scanned = FormatScanner.sections(of: code), scanned.count <= 4 else { return nil }
    var sections: [FormatSection] = []
    for section in scanned {
      guard let section = FormatSection(section) else { return nil }
      sections.append(section)
    }
    var textSection: FormatSection?
    // The fourth section is for texts, and so is the last one that holds @.
    if sections.count == 4 || sections.last?.isText == true { textSection = sections.removeLast() }
    if sections.contains(where: \.isText) { return nil }
    return FormatCode(numberSections: sections, textSection: textSection, isGeneral: false)
  }

  /// The text of a number, or of the serial of a date.
  func text(_ value: Double, usesDate1904: Bool) -> String {
    if isGeneral { return Self.generalText(value, keepsSign: true) }
    switch choice(for: value) {
    case .section(let section, let keepsSign):
      return section.text(value, keepsSign: keepsSign, usesDate1904: usesDate1904) ?? Self.overflow
    case .general(let keepsSign): return Self.generalText(value, keepsSign: keepsSign)
    case .none: return Self.overflow
    }
  }

  /// The text of a text.
  func text(_ text: String) -> String { textSection?.text(text) ?? text }

  private static func generalText(_ value: Double, keepsSign: Bool) -> String {
    (value < 0 && keepsSign ? "-" : "") + (DecimalNumber(value)?.generalText ?? overflow)
  }

  private enum Choice {
    case section(FormatSection, keepsSign: Bool)
    case general(keepsSign: Bool)
    case none
  }

  /// The section for a number: by sign, or by the conditions that the first two may carry.
  private func choice(for value: Double) -> Choice {
    guard let first = numberSections.first else { return .general(keepsSign: true) }
    let count = numberSections.count
    let second = count > 1 ? numberSections[1] : nil
    if first.condition == nil, second?.condition == nil {
      switch (second, value) {
      case (nil, _): return .section(first, keepsSign: true)
      case (let second?, ..<0): return .section(second, keepsSign: false)
      default: return .section(count > 2 && value == 0 ? numberSections[2] : first, keepsSign: false)
      }
    }
    let condition = first.condition ?? (count > 2 ? .positive : .notNegative)
    if condition.holds(for: value) { return .section(first, keepsSign: !condition.holdsOnlyForNegatives) }
    guard let second else { return .general(keepsSign: condition.keepsSignElsewhere) }
    if let condition = second.condition ?? (count > 2 ? .negative : nil) {
      if condition.holds(for: value) { return .section(second, keepsSign: !condition.holdsOnlyForNegatives) }
      return count > 2 ? .section(numberSections[2], keepsSign: true) : .none
    }
    return .section(second, keepsSign: condition.keepsSignElsewhere)
  }
}
