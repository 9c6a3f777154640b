/// How the looks of a cell change; what is nil stays as it is, whatever it is.
///
/// ```swift
/// try sheet.restyle(cell, StyleChange(fill: .color(Color(0xFFF2CC)), fontColor: .color(.red)))
/// ```
public struct StyleChange: Hashable, Sendable {
  /// A colour of letters that is set or taken away.
  public enum ColorChange: Hashable, Sendable {
    /// This colour.
    case color(Color)
    /// The reader's own text colour: takes a colour away that was set. What stood there before the colour was set is not
    /// known to the file.
    case cleared
  }

  /// A background that is set or taken away.
  public enum FillChange: Hashable, Sendable {
    /// This colour and nothing else.
    case color(Color)
    /// No fill: takes a background away that was set. What stood there before it was set is not known to the file; read it
    /// before, and give it back with ``exactly(_:)``.
    case cleared
    /// The fill that a cell had, as ``WorksheetPatch/fill(at:)`` has given it.
    case exactly(CellFill)
  }

  /// The background.
  public var fill: FillChange?
  /// The letters.
  public var fontColor: ColorChange?
  /// The number format in Excel's language, as `#,##0.00`; `General` takes it away. At most 255 characters.
  public var numberFormat: String?

  /// Creates a change; what is not named stays.
  public init(fill: FillChange? = nil, fontColor: ColorChange? = nil, numberFormat: String? = nil) {
    self.fill = fill
    self.fontColor = fontColor
    self.numberFormat = numberFormat
  }

  /// This change with another one on top.
  func adding(_ other: StyleChange) -> StyleChange {
    StyleChange(
      fill: other.fill ?? fill, fontColor: other.fontColor ?? fontColor,
      numberFormat: other.numberFormat ?? numberFormat)
  }
}
