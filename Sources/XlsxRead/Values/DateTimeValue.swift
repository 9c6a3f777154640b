/// A date, a time of day or a duration, as a cell shows it.
///
/// The description is ISO 8601 where there is such a form: `2020-01-31T00:00:00`, `08:30:00`, with milliseconds where
/// there are any; a duration is `P` and its seconds, as `P5400.0`.
public enum DateTimeValue: Hashable, Sendable {
  /// A day with a time of day.
  case dateTime(CalendarDate, TimeOfDay)
  /// A time of day without a day: serials from 0 up to 1.
  case time(TimeOfDay)
  /// An elapsed time in seconds.
  case duration(seconds: Double)

  /// The day, nil for a time of day or a duration.
  public var day: CalendarDate? {
    if case .dateTime(let day, _) = self { day } else { nil }
  }
}

extension DateTimeValue: CustomStringConvertible {
  /// The ISO 8601 text.
  public var description: String {
    switch self {
    case .dateTime(let day, let time): "\(day)T\(time)"
    case .time(let time): "\(time)"
    case .duration(let seconds): "P\((seconds * 1e6).rounded() / 1e6)"
    }
  }
}

extension DateTimeValue {
  /// The day and time of a serial number; nil outside the days Excel shows, up to 9999-12-31.
  ///
  /// In the 1900 system serial 1 is 1900-01-01 and serial 60 the 1900-02-29 that never was, since Excel takes 1900 for a
  /// leap year; in the 1904 system serial 0 is 1904-01-01. Times are rounded to the millisecond.
  public init?(serial: Double, usesDate1904: Bool) {
    let lastDay = usesDate1904 ? 2_957_003 : 2_958_465
    guard serial.isFinite, serial >= 0, serial < Double(lastDay + 1) else { return nil }
    let rounded = (serial * 86_400_000).rounded()
    var dayNumber = Int((rounded / 86_400_000).rounded(.down))
    var milliseconds = Int(rounded - Double(dayNumber) * 86_400_000)
    if milliseconds < 0 || milliseconds >= 86_400_000 {
      milliseconds = 0
      dayNumber += 1
    }
    if dayNumber > lastDay { return nil }
    let time = TimeOfDay(milliseconds: milliseconds)
    if serial < 1 {
      self = .time(time)
    } else if usesDate1904 {
      self = .dateTime(CalendarDate(daysSince1900: dayNumber + 1460), time)
    } else if dayNumber == 60 {
      self = .dateTime(CalendarDate(year: 1900, month: 2, day: 29), time)
    } else {
      self = .dateTime(CalendarDate(daysSince1900: dayNumber < 60 ? dayNumber - 1 : dayNumber - 2), time)
    }
  }
}
