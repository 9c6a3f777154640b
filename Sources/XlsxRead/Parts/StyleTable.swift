/// The cell styles of a workbook, by the index that cells carry.
struct StyleTable {
  struct Style {
    var format: Int
    var isLocked: Bool
    var isHidden: Bool
  }

  let formats: [NumberFormat]
  let styles: [Style]
  private let compiled = CompiledFormats()

  init(formats: [NumberFormat], styles: [Style]) {
    self.formats = formats
    self.styles = styles
  }

  /// The number format of a style; General where there is no such style.
  func format(_ style: Int) -> NumberFormat {
    styles.indices.contains(style) ? formats[styles[style].format] : .general
  }

  /// Whether the numbers of each style are dates, times or durations.
  var dateStyles: [Bool] { styles.map { formats[$0.format].category != .number } }

  /// What a style's numbers are: plain numbers, dates or durations.
  func category(_ style: Int) -> NumberFormat.Category {
    styles.indices.contains(style) ? formats[styles[style].format].category : .number
  }

  /// The number format of a style, taken apart; General where there is no such style.
  func formatCode(_ style: Int) -> FormatCode {
    styles.indices.contains(style) ? compiled.code(at: styles[style].format, of: formats) : .general
  }
}
