/// What a cell of a form holds.
public enum FormValue: Sendable, Hashable {
  /// Money, exact.
  case amount(Amount)
  /// A text, a name or a code, as it stands in the cell.
  case text(String)

  /// The money; nil for a text.
  public var amount: Amount? {
    if case .amount(let amount) = self { amount } else { nil }
  }

  /// The text; nil for money.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
