/// The font of a cell.
public struct CellFont: Hashable, Sendable {
  /// The name as Excel's font box shows it, as `宋体`; at most 31 characters.
  public var name: String
  /// The size in points, 1 to 409.
  public var size: Double
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Whether the letters are slanted.
  public var isItalic: Bool
  /// The colour of the letters; nil is the reader's own text colour, normally black.
  public var color: Color?

  /// Creates a font; without arguments, 宋体 in 11 points, with which Excel's Chinese edition starts.
  public init(
    name: String = "宋体", size: Double = 11, isBold: Bool = false, isItalic: Bool = false, color: Color? = nil
  ) {
    self.name = name
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.color = color
  }
}
