extension Cell {
  /// The text of the value as Excel shows it in a column wide enough: `1,234.50`, `12%`, `2023年1月5日`, `TRUE`; empty for a
  /// blank cell.
  ///
  /// Numbers are rounded to what the number format shows, from 15 significant digits. Names of months and days are English
  /// where the format names no language, the day of the week under `aaa` is Chinese, and the formats of the system are
  /// those of simplified Chinese. A date that is none, as a negative one, is `########`. Colors are left out, `_x` is a
  /// blank, and `*x`, which fills a column, is nothing. A format that cannot be read counts as General.
  ///
  /// - Complexity: Linear in the number format and the text. A format is taken apart once a workbook.
  public var shownText: String {
    let format = batch.context.styles.formatCode(Int(record.style))
    switch record.value {
    case .none: return ""
    case .error: return rawText
    case .boolean: return format.text(boolean == true ? "TRUE" : "FALSE")
    case .shared, .text: return format.text(rawText)
    case .number, .serial:
      // A number beyond the range of Double stays as it is written.
      guard let number, number.isFinite else { return rawText }
      return format.text(number, usesDate1904: batch.context.usesDate1904)
    case .isoDate:
      guard let serial = date?.serial(usesDate1904: batch.context.usesDate1904) else { return rawText }
      return format.text(serial, usesDate1904: batch.context.usesDate1904)
    }
  }
}
