/// The parts of a date or time and the texts between them.
struct DateLayout: Hashable {
  enum Item: Hashable {
    case literal(String)
    case part(DatePart)
  }

  private let items: [Item]
  /// How many places of a second are shown.
  private let places: Int
  private let has12Hours: Bool

  init(_ items: [Item]) {
    self.items = Self.resolved(items)
    places = items.reduce(0) { if case .part(.secondFraction(let count)) = $1 { max($0, count) } else { $0 } }
    has12Hours = items.contains { if case .part(let part) = $0 { part.isHalfDay } else { false } }
  }

  /// The layout of signs; nil where they hold places for digits that are no part of a second.
  init?(_ tokens: [FormatToken]) {
    var items: [Item] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if case .date(let part) = token {
        items.append(.part(part))
      } else if token == .point, index < tokens.count, tokens[index] == .digit(.zero) {
        let start = index
        while index < tokens.count, tokens[index] == .digit(.zero) { index += 1 }
        items.append(.part(.secondFraction(index - start)))
      } else if let text = token.literalText {
        items.append(.literal(text))
      } else {
        return nil
      }
    }
    self.init(items)
  }

  /// `m` and `mm` are minutes right behind hours or right before seconds, else months.
  private static func resolved(_ items: [Item]) -> [Item] {
    var result = items
    let positions = items.indices.filter {
      if case .part(let part) = items[$0] { !part.isHalfDay } else { false }
    }
    for (order, position) in positions.enumerated() {
      guard case .part(.monthOrMinute(let count)) = items[position] else { continue }
      var isMinute = false
      if order > 0, case .part(let before) = items[positions[order - 1]] {
        switch before {
        case .hour, .elapsedHours: isMinute = true
        default: break
        }
      }
      if order + 1 < positions.count, case .part(let after) = items[positions[order + 1]] {
        switch after {
        case .second, .elapsedSeconds: isMinute = true
        default: break
        }
      }
      result[position] = .part(isMinute ? .minute(count) : .month(count))
    }
    return result
  }

  /// The text of a serial; nil where Excel shows none.
  func text(serial: Double, usesDate1904: Bool, locale: FormatLocale, numerals: EastAsianNumerals?) -> String? {
    guard let moment = SerialMoment(serial: serial, places: places, usesDate1904: usesDate1904) else { return nil }
    let day = moment.day
    var text = ""
    for item in items {
      switch item {
      case .literal(let literal): text += literal
      case .part(let part): text += self.text(part, moment, day, locale, numerals)
      }
    }
    return text
  }

  private func text(
    _ part: DatePart, _ moment: SerialMoment, _ day: CalendarDate, _ locale: FormatLocale,
    _ numerals: EastAsianNumerals?
  ) -> String {
    // Names without a tag: months and days in English, as in Chinese Excel; `aaa` exists for East Asia only.
    let language = locale.language ?? .english
    switch part {
    case .year(let letters):
      return Self.year(Self.year(of: day, locale), letters: letters, numerals)
    case .buddhistYear(let letters):
      return Self.year(day.year + 543, letters: letters, numerals)
    case .era(let letters):
      return CalendarEra(of: day, locale: locale)?.name(letters: letters) ?? ""
    case .eraYear(let letters):
      guard let era = CalendarEra(of: day, locale: locale) else {
        return Self.year(Self.year(of: day, locale), letters: 4, numerals)
      }
      return Self.number(era.year, letters, numerals)
    case .month(let letters), .monthOrMinute(let letters):
      return letters < 3 ? Self.number(day.month, letters, numerals) : language.month(day.month, letters: letters)
    case .day(let letters):
      return letters < 3
        ? Self.number(day.day, letters, numerals) : language.weekday(moment.weekday, isLong: letters > 3)
    case .weekday(let letters):
      return (locale.language ?? .simplifiedChinese).eastAsianWeekday(moment.weekday, isLong: letters > 3)
    case .hour(let letters):
      return Self.number(has12Hours ? (moment.hour + 11) % 12 + 1 : moment.hour, letters, numerals)
    case .minute(let letters): return Self.number(moment.minute, letters, numerals)
    case .second(let letters): return Self.number(moment.second, letters, numerals)
    case .secondFraction(let count):
      let digits = padded(moment.millisecond, 3).prefix(count) + String(repeating: "0", count: max(0, count - 3))
      return "." + (numerals?.replacing(String(digits)) ?? String(digits))
    case .elapsedHours(let letters): return Self.number(moment.totalSeconds / 3600, letters, numerals)
    case .elapsedMinutes(let letters): return Self.number(moment.totalSeconds / 60, letters, numerals)
    case .elapsedSeconds(let letters): return Self.number(moment.totalSeconds, letters, numerals)
    case .halfDay: return language.halfDay(isMorning: moment.hour < 12)
    case .halfDayTexts(let morning, let afternoon): return moment.hour < 12 ? morning : afternoon
    }
  }

  /// The year in the calendars that only count from another year.
  private static func year(of day: CalendarDate, _ locale: FormatLocale) -> Int {
    switch locale.calendar {
    case 4: max(day.year - 1911, 1)
    case 5: day.year + 2333
    case 7: day.year + 543
    default: day.year
    }
  }

  private static func year(_ year: Int, letters: Int, _ numerals: EastAsianNumerals?) -> String {
    let digits = letters > 2 ? padded(year, 4) : padded(year % 100, 2)
    return numerals?.replacing(digits) ?? digits
  }

  private static func number(_ number: Int, _ letters: Int, _ numerals: EastAsianNumerals?) -> String {
    guard let numerals else { return padded(number, letters) }
    // A zero in front stays one; what it precedes is counted.
    let zeros = max(0, letters - String(number).utf8.count)
    let zero = numerals.counted(0)
    return String(repeating: zero, count: zeros) + numerals.counted(UInt64(max(0, number)), isShort: true)
  }
}
