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
}
