/// Where the content of a cell stands from left to right.
public enum HorizontalAlignment: Hashable, Sendable {
  /// Text left, numbers right.
  case general
  /// At the left.
  case left
  /// In the middle.
  case center
  /// At the right.
  case right
  /// Spread to both edges, as in a book.
  case justify
  /// Spread evenly, the last line too, as names in Chinese forms are.
  case distributed
  /// In the middle of this and the empty cells on its right, without merging them.
  case centerAcross
}
