public import XlsxPackage

/// A hyperlink on a cell or a range (ECMA-376 18.3.1.47).
public struct Hyperlink: Hashable, Sendable {
  /// The cells that carry the link.
  public var range: CellRange
  /// What it leads to outside the workbook, as the file writes it: `https://example.org/`, `mailto:a@example.org`,
  /// `other.xlsx`. Nil for a place inside the workbook, and where the file names a target and does not hold it.
  ///
  /// It is a text from the file: check it before anything opens it.
  public var target: String?
  /// The place inside the workbook, or inside the target: `'2026'!A1`, a defined name, what stands behind `#` in a URL.
  public var location: String?
  /// The text that the link was made with; the cell's own value is what shows.
  public var display: String?
  /// The text that shows while the pointer rests on the link.
  public var tooltip: String?

  /// Creates a link.
  public init(
    range: CellRange, target: String? = nil, location: String? = nil, display: String? = nil, tooltip: String? = nil
  ) {
    self.range = range
    self.target = target
    self.location = location
    self.display = display
    self.tooltip = tooltip
  }
}
