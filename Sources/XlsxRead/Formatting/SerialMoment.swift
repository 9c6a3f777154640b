/// A serial taken apart into day and time, rounded to what a format shows.
struct SerialMoment {
  /// The number of the day in the workbook's date system.
  let dayNumber: Int
  /// The seconds of the whole serial.
  let totalSeconds: Int
  /// The thousandths of a second.
  let millisecond: Int
  private let usesDate1904: Bool

  /// The moment of a serial; nil for a negative one, and beyond the year 9999.
  ///
  /// - Parameter places: How many places of a second are shown. The time is rounded to them before it is taken apart, so
  ///   that 59.9999 seconds become the next minute.
  init?(serial: Double, places: Int, usesDate1904: Bool) {
    let limit = usesDate1904 ? 2_957_004 : 2_958_466
    guard serial >= 0, serial < Double(limit) else { return nil }
    let scale = [1, 10, 100, 1000][min(max(places, 0), 3)]
    let units = Int((serial * 86_400 * Double(scale)).rounded())
    totalSeconds = units / scale
    millisecond = units % scale * (1000 / scale)
    dayNumber = totalSeconds / 86_400
    self.usesDate1904 = usesDate1904
    if dayNumber >= limit { return nil }
  }

  var hour: Int { totalSeconds / 3600 % 24 }
  var minute: Int { totalSeconds / 60 % 60 }
  var second: Int { totalSeconds % 60 }

  /// The day; serial 0 is 1900-01-00 and serial 60 is 1900-02-29, as Excel shows them.
  var day: CalendarDate {
    if usesDate1904 { return CalendarDate(daysSince1900: dayNumber + 1460) }
    switch dayNumber {
    case 0: return CalendarDate(year: 1900, month: 1, day: 0)
    case 60: return CalendarDate(year: 1900, month: 2, day: 29)
    default: return CalendarDate(daysSince1900: dayNumber < 60 ? dayNumber - 1 : dayNumber - 2)
    }
  }

  /// The day of the week, Sunday as 0.
  ///
  /// Excel counts through the day that never was, so its weekdays before 1900-03-01 are a day early.
  var weekday: Int { (dayNumber + (usesDate1904 ? 1462 : 0) + 6) % 7 }
}

extension DateTimeValue {
  /// The serial of the value: a time is a part of a day, a duration its days.
  ///
  /// Nil for a day before the date system begins.
  func serial(usesDate1904: Bool) -> Double? {
    switch self {
    case .duration(let seconds): return seconds / 86_400
    case .time(let time): return time.partOfDay
    case .dateTime(let day, let time):
      // 1900-02-29 is a day here, though none of the calendar.
      let isLeapDay = day == CalendarDate(year: 1900, month: 2, day: 29)
      let days = isLeapDay ? 58 : day.daysSince1900
      let number = usesDate1904 ? days - 1460 : days < 59 && !isLeapDay ? days + 1 : days + 2
      return number < 0 ? nil : Double(number) + time.partOfDay
    }
  }
}

extension TimeOfDay {
  fileprivate var partOfDay: Double {
    Double(((hour * 60 + minute) * 60 + second) * 1000 + millisecond) / 86_400_000
  }
}

extension CalendarDate {
  /// The days since 1900-01-01.
  fileprivate var daysSince1900: Int {
    // Counting years from March puts the leap day last, as in the initializer that goes the other way.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 693_901
  }
}
