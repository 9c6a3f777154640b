/// How a cell looks and whether it can be edited on a protected sheet.
///
/// Equal formats become one format in the file, however often they are passed.
public struct CellFormat: Hashable, Sendable {
  /// The font.
  public var font: CellFont
  /// The colour of the background; nil leaves it empty.
  public var fill: Color?
  /// The lines around the cell.
  public var border: CellBorder
  /// Where the content stands from left to right.
  public var horizontal: HorizontalAlignment
  /// Where the content stands from top to bottom.
  public var vertical: VerticalAlignment
  /// Whether long text breaks into lines; needed for line breaks in the text to show.
  public var wrapsText: Bool
  /// Whether long text is printed smaller until it fits.
  public var shrinksToFit: Bool
  /// How many steps the text stands in from its edge, 0 to 250.
  public var indent: Int
  /// The number format in Excel's language, as `#,##0.00` or `@`; nil is `General`. At most 127 bytes.
  public var numberFormat: String?
  /// Whether the cell cannot be edited once the sheet is protected.
  public var isLocked: Bool
  /// Whether the formula is not shown once the sheet is protected.
  public var hidesFormula: Bool

  /// Creates a format; without arguments, the one of a new cell in 宋体 11.
  public init(
    font: CellFont = CellFont(), fill: Color? = nil, border: CellBorder = .none,
    horizontal: HorizontalAlignment = .general, vertical: VerticalAlignment = .bottom, wrapsText: Bool = false,
    shrinksToFit: Bool = false, indent: Int = 0, numberFormat: String? = nil, isLocked: Bool = true,
    hidesFormula: Bool = false
  ) {
    self.font = font
    self.fill = fill
    self.border = border
    self.horizontal = horizontal
    self.vertical = vertical
    self.wrapsText = wrapsText
    self.shrinksToFit = shrinksToFit
    self.indent = indent
    self.numberFormat = numberFormat
    self.isLocked = isLocked
    self.hidesFormula = hidesFormula
  }
}
