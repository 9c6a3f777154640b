/// The lines around a cell.
public struct CellBorder: Hashable, Sendable {
  /// How heavy a line is.
  public enum Style: Hashable, Sendable {
    /// No line.
    case none
    /// A thin line.
    case thin
    /// A line of middle weight.
    case medium
    /// A heavy line.
    case thick
    /// Two thin lines.
    case double
    /// A finely dotted line, the lightest there is.
    case hair
  }

  /// The line on the left.
  public var left: Style
  /// The line on the right.
  public var right: Style
  /// The line above.
  public var top: Style
  /// The line below.
  public var bottom: Style
  /// The colour of all four lines; nil is the reader's own line colour, normally black.
  public var color: Color?

  /// Creates a border side by side.
  public init(
    left: Style = .none, right: Style = .none, top: Style = .none, bottom: Style = .none, color: Color? = nil
  ) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
    self.color = color
  }

  /// Creates a border with the same line on all four sides.
  public init(all style: Style, color: Color? = nil) {
    self.init(left: style, right: style, top: style, bottom: style, color: color)
  }

  /// No lines.
  public static let none = CellBorder()
  /// A thin line on every side.
  public static let thin = CellBorder(all: .thin)
}
