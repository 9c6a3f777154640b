/// What a cell of an existing workbook is to hold.
public enum CellContent: Hashable, Sendable {
  /// A number by its decimal text: digits, perhaps a sign before them, a point among them, an exponent behind, as `1234.50`.
  /// The file gets it digit by digit, never through floating point; a plus sign is left out. Excel itself calculates with
  /// the nearest number of 15 to 17 digits.
  case number(String)
  /// A text, whatever it looks like: `=1+1` and `0012` stay text. An empty text is a cell that holds an empty text.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// A formula in English function names, with or without `=`, and what it comes to, which readers show that do not
  /// calculate. Functions newer than Excel 2010 need their prefix, as in `_xlfn.IFS`.
  case formula(String, FormulaResult)
  /// Nothing; the cell keeps its looks.
  case nothing
}

/// What a formula comes to.
public enum FormulaResult: Hashable, Sendable {
  /// A number by its decimal text.
  case number(String)
  /// A text.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// Not known here. The cell is written without a value: programs that calculate fill it in when they open the workbook,
  /// and others show nothing.
  case unknown
}
