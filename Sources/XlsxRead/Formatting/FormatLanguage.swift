/// The language of a section, from a tag as `[$-804]` or `[$-zh-CN]`.
enum FormatLanguage: Hashable {
  case english
  case simplifiedChinese
  case traditionalChinese
  case japanese
  case korean

  /// The language of a Windows language id; nil for those without names of their own here.
  init?(identifier: Int) {
    switch identifier & 0x3FF {
    case 0x04: self = [0x0404, 0x0C04, 0x1404, 0x7C04].contains(identifier) ? .traditionalChinese : .simplifiedChinese
    case 0x09: self = .english
    case 0x11: self = .japanese
    case 0x12: self = .korean
    default: return nil
    }
  }

  /// The language of a tag, as `zh-CN`.
  init?(name: String) {
    let parts = name.lowercased().split(separator: "-")
    switch parts.first {
    case "zh":
      self =
        parts.dropFirst().contains { ["tw", "hk", "mo", "hant"].contains($0) }
        ? .traditionalChinese : .simplifiedChinese
    case "en": self = .english
    case "ja": self = .japanese
    case "ko": self = .korean
    default: return nil
    }
  }
}

extension FormatLanguage {
  /// The name of a month, by the count of letters, 3 to 5.
  func month(_ month: Int, letters: Int) -> String {
    let index = (month - 1) % 12
    switch self {
    case .english:
      let name = Self.englishMonths[index]
      return letters == 3 ? String(name.prefix(3)) : letters == 5 ? String(name.prefix(1)) : name
    case .simplifiedChinese, .traditionalChinese:
      let name = Self.chineseMonths[index]
      return letters == 3 ? "\(index + 1)月" : letters == 5 ? String(name.prefix(1)) : name + "月"
    case .japanese: return letters == 5 ? "\(index + 1)" : "\(index + 1)月"
    case .korean: return letters == 5 ? "\(index + 1)" : "\(index + 1)월"
    }
  }

  /// The name of a day of the week, counted from Sunday as 0: for `ddd` the short one, for `dddd` the long one.
  func weekday(_ day: Int, isLong: Bool) -> String {
    switch self {
    case .english: isLong ? Self.englishDays[day] : String(Self.englishDays[day].prefix(3))
    case .simplifiedChinese: (isLong ? "星期" : "周") + Self.chineseDays[day]
    case .traditionalChinese: (isLong ? "星期" : "週") + Self.chineseDays[day]
    case .japanese: Self.japaneseDays[day] + (isLong ? "曜日" : "")
    case .korean: Self.koreanDays[day] + (isLong ? "요일" : "")
    }
  }

  /// The name of a day of the week for `aaa` and `aaaa`.
  func eastAsianWeekday(_ day: Int, isLong: Bool) -> String {
    self == .simplifiedChinese && !isLong ? Self.chineseDays[day] : weekday(day, isLong: isLong)
  }

  /// What stands for the half of the day.
  func halfDay(isMorning: Bool) -> String {
    switch self {
    case .english: isMorning ? "AM" : "PM"
    case .simplifiedChinese, .traditionalChinese: isMorning ? "上午" : "下午"
    case .japanese: isMorning ? "午前" : "午後"
    case .korean: isMorning ? "오전" : "오후"
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let chineseMonths = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  private static let englishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]
  private static let japaneseDays = ["日", "月", "火", "水", "木", "金", "土"]
  private static let koreanDays = ["일", "월", "화", "수", "목", "금", "토"]
}
