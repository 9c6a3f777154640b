import XlsxWrite

/// How the sheets of the rules look.
enum AuditStyle {
  /// The cells of the hidden sheets.
  static let cell = CellFormat(font: CellFont(name: FormStyle.bodyFont, size: 9))
  static let red = Color(0xC00000)
  static let redTint = Color(0xFFC7CE)
  static let amberTint = Color(0xFFEB9C)
  static let greenTint = Color(0xE2EFDA)

  /// A cell of a form whose figures a failed rule names.
  static let wrong = CellFormat(
    font: CellFont(name: FormStyle.bodyFont, size: FormStyle.bodySize, isBold: true, color: red), fill: redTint)
  /// One whose figures a failed rule names that may have its reasons.
  static let doubtful = CellFormat(
    font: CellFont(name: FormStyle.bodyFont, size: FormStyle.bodySize, isBold: true), fill: amberTint)
}
