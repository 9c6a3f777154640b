/// One part of a date or time in a number format; numbers are the count of letters.
enum DatePart: Hashable {
  /// `yy`, `yyyy`.
  case year(Int)
  /// `g`, `gg`, `ggg`: the name of the era.
  case era(Int)
  /// `e`, `ee`: the year of the era.
  case eraYear(Int)
  /// `bb`, `bbbb`: the year of the Buddhist era.
  case buddhistYear(Int)
  /// `m` and `mm`, until it is known which of the two it is.
  case monthOrMinute(Int)
  /// `m` to `mmmmm`.
  case month(Int)
  /// `d` to `dddd`.
  case day(Int)
  /// `aaa`, `aaaa`: the day of the week as East Asia writes it.
  case weekday(Int)
  /// `h`, `hh`.
  case hour(Int)
  /// `m`, `mm` beside hours or seconds.
  case minute(Int)
  /// `s`, `ss`.
  case second(Int)
  /// `.0`, `.00`, `.000`.
  case secondFraction(Int)
  /// `[h]`.
  case elapsedHours(Int)
  /// `[m]`.
  case elapsedMinutes(Int)
  /// `[s]`.
  case elapsedSeconds(Int)
  /// `AM/PM`, in the language of the format.
  case halfDay
  /// `A/P`, `上午/下午`: one of two texts.
  case halfDayTexts(String, String)

  /// Whether it makes the clock count to 12.
  var isHalfDay: Bool {
    switch self {
    case .halfDay, .halfDayTexts: true
    default: false
    }
  }
}
