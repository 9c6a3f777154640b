/// A time of day, to the millisecond.
public struct TimeOfDay: Hashable, Sendable {
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int
  /// The second, 0 to 59.
  public var second: Int
  /// The millisecond, 0 to 999.
  public var millisecond: Int

  /// Creates a time of day; nothing is checked.
  public init(hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  init(milliseconds: Int) {
    self.init(
      hour: milliseconds / 3_600_000, minute: milliseconds / 60_000 % 60, second: milliseconds / 1000 % 60,
      millisecond: milliseconds % 1000)
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The ISO 8601 text, `08:30:00`, with `.125` where there are milliseconds.
  public var description: String {
    let whole = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    return millisecond == 0 ? whole : "\(whole).\(padded(millisecond, 3))"
  }
}
