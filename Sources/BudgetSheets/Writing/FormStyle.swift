import XlsxWrite

/// How the cells of a written form look.
enum FormStyle {
  static let bodyFont = "宋体"
  static let titleFont = "黑体"
  static let bodySize = 10.0
  static let titleSize = 16.0
  /// The smallest size to which a long text is set.
  static let smallestSize = 6.0
  /// The tint of cells that are filled in.
  static let inputTint = Color(0xFFFCE8)
  /// The height of a row of one line, in points.
  static let rowHeight = 19.0
  /// The height of a field of an issued form in which whole sentences are typed.
  static let openFieldHeight = 120.0
  /// The height of an item of a list of an issued form.
  static let openItemHeight = 48.0
  /// The greatest height that a row can have.
  static let maximumRowHeight = 409.0

  static let title = CellFormat(
    font: CellFont(name: titleFont, size: titleSize), horizontal: .center, vertical: .center, wrapsText: true)

  static let heading = CellFormat(
    font: body(isBold: true), border: .thin, horizontal: .center, vertical: .center, wrapsText: true)

  static let blank = CellFormat(font: body(), border: .thin, vertical: .center)

  /// A line above or below the table.
  static func line(_ horizontal: HorizontalAlignment) -> CellFormat {
    CellFormat(font: body(), horizontal: horizontal, vertical: .center, wrapsText: true)
  }

  static let note = CellFormat(font: body(), horizontal: .left, vertical: .top, wrapsText: true)

  /// A printed label within the table.
  static func label(_ horizontal: HorizontalAlignment, isBold: Bool = false, indent: Int = 0) -> CellFormat {
    CellFormat(
      font: body(isBold: isBold), border: .thin, horizontal: horizontal, vertical: .center, wrapsText: true,
      indent: indent)
  }

  /// A text that is filled in.
  static func text(_ horizontal: HorizontalAlignment, isBold: Bool = false, isLong: Bool = false) -> CellFormat {
    CellFormat(
      font: body(isBold: isBold), fill: inputTint, border: .thin, horizontal: horizontal, vertical: .center,
      wrapsText: true,
      // Older readers show only hash marks for a long text in a cell of the text format.
      numberFormat: isLong ? nil : "@", isLocked: false)
  }

  /// An amount that is filled in, or one that is worked out.
  static func amount(decimals: Int, isBold: Bool = false, isInput: Bool = true) -> CellFormat {
    CellFormat(
      font: body(isBold: isBold), fill: isInput ? inputTint : nil, border: .thin, horizontal: .right,
      vertical: .center, numberFormat: decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals),
      isLocked: !isInput)
  }

  /// A cell that leads to another one.
  static let link = CellFormat(
    font: CellFont(name: bodyFont, size: bodySize, color: Color(0x0563C1)), border: .thin, horizontal: .left,
    vertical: .center, wrapsText: true)

  static func body(isBold: Bool = false) -> CellFont {
    CellFont(name: bodyFont, size: bodySize, isBold: isBold)
  }
}
