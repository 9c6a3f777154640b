extension CellState {
  /// A cell that holds an amount, and shows it.
  static func amount(_ number: DecimalNumber, in set: FormSet, format: String) -> CellState {
    CellState(
      kind: .number, text: number.text, format: AmountFormat.showing(format, decimals: set.decimals))
  }

  /// A blank cell for an amount, which is no cell for text any more.
  static func noAmount(in set: FormSet, format: String) -> CellState {
    CellState(
      kind: .blank, text: "", format: format == "@" ? AmountFormat.showing(format, decimals: set.decimals) : format)
  }
}
