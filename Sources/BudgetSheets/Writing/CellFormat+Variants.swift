import XlsxWrite

extension CellFormat {
  /// The format without breaking text into lines.
  var unwrapped: CellFormat {
    var format = self
    format.wrapsText = false
    return format
  }

  /// The format in bold letters.
  var bold: CellFormat {
    var format = self
    format.font.isBold = true
    return format
  }

  /// The format with a background.
  func filled(_ color: Color) -> CellFormat {
    var format = self
    format.fill = color
    return format
  }
}
