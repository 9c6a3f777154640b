/// The era of a day and the year in it, by the language or calendar of a section.
struct CalendarEra {
  /// The names for `g`, `gg` and `ggg`.
  private let names: [String]
  /// The year of the era.
  let year: Int

  /// The era of Japan or Taiwan; nil where the Gregorian year stands for it.
  init?(of day: CalendarDate, locale: FormatLocale) {
    if locale.calendar == 3 || (locale.calendar == 0 && locale.language == .japanese) {
      let date = (day.year, day.month, day.day)
      guard let era = Self.japanese.last(where: { ($0.year, $0.month, $0.day) <= date }) else { return nil }
      names = era.names
      year = day.year - era.year + 1
    } else if locale.calendar == 4 || (locale.calendar == 0 && locale.language == .traditionalChinese), day.year > 1911
    {
      names = ["民國", "民國", "中華民國"]
      year = day.year - 1911
    } else {
      return nil
    }
  }

  func name(letters: Int) -> String { names[min(max(letters, 1), 3) - 1] }

  private static let japanese: [(year: Int, month: Int, day: Int, names: [String])] = [
    (1868, 1, 25, ["M", "明", "明治"]), (1912, 7, 30, ["T", "大", "大正"]), (1926, 12, 25, ["S", "昭", "昭和"]),
    (1989, 1, 8, ["H", "平", "平成"]), (2019, 5, 1, ["R", "令", "令和"]),
  ]
}
