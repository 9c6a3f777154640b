extension CellState {
  /// A cell that holds an amount.
  static func amount(_ number: DecimalNumber, in set: FormSet, format: String) -> CellState {
    CellState(kind: .number, text: number.text, format: amountFormat(format, in: set))
  }

  /// A blank cell for an amount.
  static func noAmount(in set: FormSet, format: String) -> CellState {
    CellState(kind: .blank, text: "", format: amountFormat(format, in: set))
  }

  /// A number format for amounts in place of one that makes a text of what is typed.
  private static func amountFormat(_ format: String, in set: FormSet) -> String {
    let decimals = set.decimals > 0 ? "." + String(repeating: "0", count: set.decimals) : ""
    return format == "@" ? "#,##0" + decimals : format
  }
}
