public import XlsxPackage

/// A rule for what may be entered into cells (ECMA-376 18.3.1.32).
public struct ValidationRule: Hashable, Sendable {
  /// What the rule is about (18.18.21). Raw values are those of the format.
  public enum Kind: String, Hashable, Sendable {
    /// Anything may be entered; the rule only shows its prompt.
    case anyValue = "none"
    /// A whole number.
    case wholeNumber = "whole"
    /// A number.
    case decimal
    /// One item of a list.
    case list
    /// A date.
    case date
    /// A time of day.
    case time
    /// A text whose length is compared.
    case textLength
    /// Whatever makes the formula true.
    case custom
  }

  /// How the entry is compared with the formulas (18.18.22). Raw values are those of the format.
  public enum Comparison: String, Hashable, Sendable {
    /// Not below the first formula and not above the second.
    case between
    /// Below the first formula or above the second.
    case notBetween
    /// Equal to the first formula.
    case equal
    /// Not equal to the first formula.
    case notEqual
    /// Below the first formula.
    case lessThan
    /// Not above the first formula.
    case lessThanOrEqual
    /// Above the first formula.
    case greaterThan
    /// Not below the first formula.
    case greaterThanOrEqual
  }

  /// What happens to an entry against the rule (18.18.20). Raw values are those of the format.
  public enum ErrorStyle: String, Hashable, Sendable {
    /// It is refused.
    case stop
    /// The user may keep it after a question.
    case warning
    /// The user is told.
    case information
  }

  /// The cells under the rule; whole columns reach down to the last row of a worksheet. References that are no ranges, as
  /// `#REF!`, are left out.
  public var ranges: [CellRange]
  /// What the rule is about.
  public var kind = Kind.anyValue
  /// How the entry is compared; it means nothing for lists and custom rules.
  public var comparison = Comparison.between
  /// The first formula without an equals sign: a bound, the source of a list, a condition.
  public var formula1: String?
  /// The second formula, the upper bound of ``Comparison/between`` and ``Comparison/notBetween``.
  public var formula2: String?
  /// Whether an empty cell satisfies the rule.
  public var allowsBlank = false
  /// Whether the arrow that opens a list is left out. The format calls this `showDropDown`, and means the opposite.
  public var hidesDropDown = false
  /// Whether the prompt shows when a cell is selected.
  public var showsPrompt = false
  /// The title of the prompt.
  public var promptTitle: String?
  /// The text of the prompt.
  public var prompt: String?
  /// Whether an entry against the rule brings up the error; where not, everything may be entered.
  public var showsError = false
  /// What happens to an entry against the rule.
  public var errorStyle = ErrorStyle.stop
  /// The title of the error.
  public var errorTitle: String?
  /// The text of the error.
  public var error: String?

  /// Creates a rule for ranges; it allows everything until its properties are set.
  public init(ranges: [CellRange]) { self.ranges = ranges }
}

extension ValidationRule {
  /// The items of a list that the rule spells out, as 甲 and 乙 of `"甲,乙"`, without the spaces around them; nil for any
  /// other rule, and where the items stand in cells.
  public var listItems: [String]? {
    guard kind == .list, let formula1 else { return nil }
    let text = formula1.drop { $0 == " " }
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    // A quote inside a text constant is written twice.
    return text.dropFirst().dropLast().replacing("\"\"", with: "\"").split(separator: ",").map { item in
      var item = item.drop { $0 == " " }
      while item.last == " " { item.removeLast() }
      return String(item)
    }
  }
}
