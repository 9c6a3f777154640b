/// The digits of `[DBNum1]`, `[DBNum2]` and `[DBNum3]`.
///
/// A placeholder shows one digit after the other, 一二三; General and the parts of a date count, 一百二十三.
struct EastAsianNumerals: Hashable {
  private let digits: [String]
  private let units: [String]
  private let tenThousand: String
  private let hundredMillion: String
  /// Japanese leaves out the one before ten, hundred and thousand, and the zeros.
  private let isJapanese: Bool
  private let leavesOutOne: Bool

  /// The digits of a style, 1 to 3, in a language; nil for another style.
  init?(style: Int, language: FormatLanguage?) {
    let isTraditional = language == .traditionalChinese
    isJapanese = language == .japanese
    leavesOutOne = isJapanese && style != 2
    tenThousand = isTraditional || (isJapanese && style == 2) ? "萬" : "万"
    hundredMillion = isTraditional || isJapanese ? "億" : "亿"
    switch style {
    case 1:
      digits = Self.split("〇一二三四五六七八九")
      units = Self.split("十百千")
    case 2 where isJapanese:
      digits = Self.split("〇壱弐参四伍六七八九")
      units = Self.split("拾百阡")
    case 2:
      digits = Self.split(isTraditional ? "零壹貳參肆伍陸柒捌玖" : "零壹贰叁肆伍陆柒捌玖")
      units = Self.split("拾佰仟")
    case 3:
      digits = Self.split("０１２３４５６７８９")
      units = Self.split("十百千")
    default: return nil
    }
  }

  private static func split(_ text: String) -> [String] { text.map { String($0) } }

  /// One digit, given as ASCII.
  func digit(_ byte: UInt8) -> String { digits[Int(byte & 0x0F) % 10] }

  /// Every digit of a text replaced, one for one.
  func replacing(_ text: String) -> String {
    text.unicodeScalars.map { ("0"..."9").contains($0) ? digit(UInt8(ascii: $0)) : String($0) }.joined()
  }

  /// A number counted, 一百二十三; under `isShort` ten is 十 and not 一十, as in dates.
  func counted(_ number: UInt64, isShort: Bool = false) -> String {
    if number == 0 { return digits[0] }
    let text = group(number)
    let leadingTen = digits[1] + units[0]
    return isShort && text.hasPrefix(leadingTen) ? String(text.dropFirst(digits[1].count)) : text
  }

  private func group(_ number: UInt64) -> String {
    switch number {
    case 100_000_000...: return join(number, 100_000_000, hundredMillion)
    case 10_000...: return join(number, 10_000, tenThousand)
    default: break
    }
    var text = ""
    var rest = number
    var unit: UInt64 = 1000
    for power in [2, 1, 0, -1] {
      let digit = rest / unit
      rest %= unit
      unit /= 10
      if digit == 0 {
        // One zero stands for any number of them between two digits.
        if !text.isEmpty, rest > 0, !isJapanese, !text.hasSuffix(digits[0]) { text += digits[0] }
        continue
      }
      if !(leavesOutOne && digit == 1 && power >= 0) { text += digits[Int(digit)] }
      if power >= 0 { text += units[power] }
    }
    return text
  }

  private func join(_ number: UInt64, _ unit: UInt64, _ name: String) -> String {
    let rest = number % unit
    let front = group(number / unit) + name
    if rest == 0 { return front }
    return front + (rest < unit / 10 && !isJapanese ? digits[0] : "") + group(rest)
  }
}
