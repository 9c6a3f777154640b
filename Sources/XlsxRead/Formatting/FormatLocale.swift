/// What a tag in brackets says about a section: `[$¥-804]`, `[$-409]`, `[$-F800]`.
struct FormatLocale: Hashable {
  /// A format of the system, which Excel puts in the place of the section.
  enum SystemFormat {
    /// `[$-F800]`: the long date.
    case longDate
    /// `[$-F400]`: the time.
    case time
  }

  /// The language of names; nil where no tag names one that is known.
  var language: FormatLanguage?
  var systemFormat: SystemFormat?
  /// The calendar's number, 0 for the Gregorian one.
  var calendar = 0

  init() {}

  /// Reads the part of a tag behind its hyphen.
  init(tag: String) {
    let name = tag.split(separator: ",").first.map(String.init) ?? ""
    if let number = Int(name, radix: 16), name.utf8.count <= 8, number >= 0 {
      // The low 16 bits are the language, the next 8 the calendar, the highest the shape of the digits.
      let identifier = number & 0xFFFF
      calendar = number >> 16 & 0xFF
      switch identifier {
      case 0xF800: systemFormat = .longDate
      case 0xF400: systemFormat = .time
      default: language = FormatLanguage(identifier: identifier)
      }
    } else if name.lowercased() == "x-sysdate" {
      systemFormat = .longDate
    } else if name.lowercased() == "x-systime" {
      systemFormat = .time
    } else {
      language = FormatLanguage(name: name)
    }
  }
}
