/// What a cell holds.
public enum CellKind: Hashable, Sendable {
  /// Nothing but a style.
  case blank
  /// A number.
  case number
  /// Text; the result of a formula may be an empty one.
  case text
  /// TRUE or FALSE.
  case boolean
  /// An error value, as `#N/A`.
  case error
  /// A number under the format of a date, a time or a duration, or an ISO date.
  case date
}
