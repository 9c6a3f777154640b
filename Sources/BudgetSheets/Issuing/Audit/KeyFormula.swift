/// The formulas that make of what stands in a cell the text by which rules compare it, as ``LabelText`` does for the reader.
enum KeyFormula {
  /// What falls away: white space of all kinds, line breaks, quotation marks.
  private static let removed =
    ["\" \"", "\"　\"", "\"\u{A0}\"", "CHAR(10)", "CHAR(13)", "CHAR(9)"]
    + "“”‘’'《》「」『』".map { "\"\($0)\"" }
  /// What stands for something else.
  private static let replaced: [(mark: Character, plain: Character)] = Array(
    zip("（）【】〔〕，：－．；％０１２３４５６７８９", "()()(),:-.;%0123456789"))

  /// The comparable form of a text.
  static func text(_ cell: String) -> String {
    var formula = cell
    for mark in removed { formula = "SUBSTITUTE(\(formula),\(mark),\"\")" }
    for (mark, plain) in replaced { formula = "SUBSTITUTE(\(formula),\"\(mark)\",\"\(plain)\")" }
    return formula
  }

  /// A code with the zero that it may have lost.
  static func code(_ cell: String, digits: Int?) -> String {
    let plain = "SUBSTITUTE(\(cell),\" \",\"\")"
    return digits == 2 ? "IF(LEN(\(plain))=1,\"0\",\"\")&\(plain)" : plain
  }
}
