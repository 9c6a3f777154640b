/// Reads the ISO 8601 texts of `t="d"` cells: dates, date-times, times and the durations of strict files.
struct ISODateParser {
  private var rest: Substring.UTF8View

  /// The value of a text, nil where it is none.
  static func parse(_ text: String) -> DateTimeValue? {
    var parser = ISODateParser(rest: Substring(text).utf8)
    return parser.value()
  }

  private mutating func value() -> DateTimeValue? {
    if take("P") { return duration() }
    let start = rest
    if let date = date() {
      if rest.isEmpty { return .dateTime(date, TimeOfDay(hour: 0, minute: 0)) }
      guard take("T") || take(" "), let time = time() else { return nil }
      return .dateTime(date, time)
    }
    rest = start
    _ = take("T")
    return time().map { .time($0) }
  }

  private mutating func date() -> CalendarDate? {
    guard let year = digits(4), take("-"), let month = digits(2), (1...12).contains(month), take("-"),
      let day = digits(2), (1...31).contains(day)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private mutating func time() -> TimeOfDay? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else { return nil }
    var time = TimeOfDay(hour: hour, minute: minute)
    if take(":") {
      guard let second = digits(2), second < 60 else { return nil }
      time.second = second
      if take(".") {
        var scale = 100
        var count = 0
        while let digit = digits(1) {
          time.millisecond += digit * scale
          scale /= 10
          count += 1
        }
        if count == 0 { return nil }
      }
    }
    // A serial has no zone, so the time is taken as written.
    if take("Z") { return rest.isEmpty ? time : nil }
    if take("+") || take("-") {
      guard digits(2) != nil, take(":"), digits(2) != nil else { return nil }
    }
    return rest.isEmpty ? time : nil
  }

  private mutating func duration() -> DateTimeValue? {
    var seconds = 0.0
    var isTime = false
    var count = 0
    while !rest.isEmpty {
      if take("T") {
        isTime = true
        continue
      }
      let number = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
      guard let amount = Double(String(Substring(number))), amount.isFinite else { return nil }
      rest = rest.dropFirst(number.count)
      if isTime, take("H") {
        seconds += amount * 3600
      } else if isTime, take("M") {
        seconds += amount * 60
      } else if isTime, take("S") {
        seconds += amount
      } else if !isTime, take("D") {
        seconds += amount * 86_400
      } else {
        return nil
      }
      count += 1
    }
    return count > 0 && seconds.isFinite ? .duration(seconds: seconds) : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    var number = 0
    var ahead = rest
    for _ in 0..<count {
      guard let byte = ahead.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      ahead = ahead.dropFirst()
    }
    rest = ahead
    return number
  }
}
