/// The formulas that make of what stands in a cell the text by which rules compare it, as ``LabelText`` does for the reader.
enum KeyFormula {
  /// The signs that a text is freed of or that stand for others, as far as a formula asks for them: white space, quotation marks,
  /// brackets, full-width signs.
  private static let signs: [(formula: String, plain: String)] =
    [("\n", "CHAR(10)"), ("\r", "CHAR(13)"), ("\t", "CHAR(9)")].map { ($0.1, plain($0.0)) }
    + " 　\u{A0}“”‘’'《》「」『』（）【】〔〕，：－．；％０１２３４５６７８９".map { (FormulaText.text(String($0)), plain(String($0))) }

  /// What becomes of a sign within a text.
  private static func plain(_ sign: String) -> String {
    String(LabelText.normalize("一" + sign + "一").dropFirst().dropLast())
  }

  /// The comparable form of a text.
  static func text(_ cell: String) -> String {
    signs.reduce(cell) { "SUBSTITUTE(\($0),\($1.formula),\(FormulaText.text($1.plain)))" }
  }

  /// A code with the zero that it may have lost.
  static func code(_ cell: String, digits: Int?) -> String {
    let plain = "SUBSTITUTE(\(cell),\" \",\"\")"
    return digits == 2 ? "IF(LEN(\(plain))=1,\"0\",\"\")&\(plain)" : plain
  }
}
