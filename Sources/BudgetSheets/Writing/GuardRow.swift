import XlsxWrite

/// The row that closes an open part of an issued table: sums reach down to it, and rows are inserted above it.
enum GuardRow {
  /// What stands in it, so that nobody has to know it by its tint.
  static let text = "（需要更多行时，请在本行以上插入行）"
  /// Its height in points.
  static let height = 15.0
  /// Its tint.
  static let tint = Color(0xEDEDED)

  /// How its cells look; they are locked.
  static let format = CellFormat(
    font: CellFont(name: FormStyle.bodyFont, size: 8, color: Color(0x595959)), fill: tint, border: .thin,
    horizontal: .center, vertical: .center)
}
