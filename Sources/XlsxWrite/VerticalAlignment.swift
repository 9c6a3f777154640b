/// Where the content of a cell stands from top to bottom.
public enum VerticalAlignment: Hashable, Sendable {
  /// At the top.
  case top
  /// In the middle.
  case center
  /// At the bottom, as Excel does unasked.
  case bottom
}
