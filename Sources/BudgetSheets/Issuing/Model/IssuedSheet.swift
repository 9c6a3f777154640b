/// The sheets that an issued workbook has beside its forms.
enum IssuedSheet {
  /// The cover with the instructions.
  static let cover = "填报说明"
  /// The rules as live formulas.
  static let audit = "审核"
  /// The hidden sheet behind the rules.
  static let calculation = "审核计算"
  /// The hidden sheet with what the rules compare and departments differ in.
  static let keys = "审核编码"

  /// A text that stands in one of the first cells of the cover, by itself, and tells it.
  static let coverMarker = "部门预算填报说明（随表下发，不必填写）"
  /// What the first cell of a hidden sheet begins with, which tells it.
  static let calculationMarker = "审核所用的计算，由程序生成，请勿修改。"
}
