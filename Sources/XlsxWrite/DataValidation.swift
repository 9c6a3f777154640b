/// What may be typed into a cell, and what Excel says about it.
///
/// A rule binds typing only; values pasted or written by a program pass it by.
public struct DataValidation: Hashable, Sendable {
  /// A comparison with fixed numbers.
  public enum Comparison: Hashable, Sendable {
    /// From the first to the second, both included.
    case between(Double, Double)
    /// Below the first or above the second.
    case notBetween(Double, Double)
    /// The number itself.
    case equalTo(Double)
    /// Any other number.
    case notEqualTo(Double)
    /// More.
    case greaterThan(Double)
    /// That or more.
    case atLeast(Double)
    /// Less.
    case lessThan(Double)
    /// That or less.
    case atMost(Double)
  }

  /// The kinds of rule.
  public enum Rule: Hashable, Sendable {
    /// One of a few texts, stored in the rule: 255 characters together with the commas between them, none of which may
    /// hold a comma. Longer lists go into cells and are named by ``listRange(_:)``.
    case list([String])
    /// One of the texts in the cells that a formula names: `=字典!$A$1:$A$40` or a defined name.
    case listRange(String)
    /// A number that passes a comparison.
    case decimal(Comparison)
    /// A whole number that passes a comparison.
    case whole(Comparison)
    /// A text whose number of characters passes a comparison.
    case textLength(Comparison)
    /// Whatever makes the formula true; relative references start at the top left cell of the range.
    case custom(String)
    /// Anything: only the input message is shown.
    case any
  }

  /// How strict the rule is.
  public enum ErrorStyle: Hashable, Sendable {
    /// Refuses the value.
    case stop
    /// Asks whether to keep it.
    case warning
    /// Tells, and keeps it.
    case information
  }

  /// What may be typed.
  public var rule: Rule
  /// How strict the rule is.
  public var errorStyle: ErrorStyle
  /// The heading of the hint shown when the cell is selected; at most 32 characters.
  public var inputTitle: String?
  /// The hint shown when the cell is selected; at most 255 characters.
  public var inputMessage: String?
  /// The heading of the message shown for a wrong value; at most 32 characters.
  public var errorTitle: String?
  /// The message shown for a wrong value; at most 255 characters.
  public var errorMessage: String?
  /// Whether a blank cell passes.
  public var ignoresBlank: Bool
  /// Whether a list shows its arrow.
  public var showsDropdown: Bool
  /// Whether a wrong value is reported at all.
  public var showsError: Bool

  /// Creates a rule.
  public init(
    _ rule: Rule, errorStyle: ErrorStyle = .stop, inputTitle: String? = nil, inputMessage: String? = nil,
    errorTitle: String? = nil, errorMessage: String? = nil, ignoresBlank: Bool = true, showsDropdown: Bool = true,
    showsError: Bool = true
  ) {
    self.rule = rule
    self.errorStyle = errorStyle
    self.inputTitle = inputTitle
    self.inputMessage = inputMessage
    self.errorTitle = errorTitle
    self.errorMessage = errorMessage
    self.ignoresBlank = ignoresBlank
    self.showsDropdown = showsDropdown
    self.showsError = showsError
  }
}
