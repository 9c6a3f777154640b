/// A number format: its code, and whether the numbers under it are dates.
struct NumberFormat {
  enum Category {
    case number
    case date
    case duration
  }

  let code: String
  let category: Category

  static let general = NumberFormat(id: 0, code: nil)

  /// The format of an id, with the code that the workbook gives it, if it does.
  init(id: Int, code: String?) {
    self.code = code ?? BuiltinNumberFormats.code(id) ?? "General"
    category = Self.category(of: self.code)
  }

  /// What a code shows: dates where its first section holds a date or time placeholder outside quotes, escapes and
  /// brackets; a duration where it counts elapsed time, as `[h]:mm`.
  static func category(of code: String) -> Category {
    var text: [UInt8] = []
    let bytes = Array(code.utf8)
    var position = 0
    scan: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
      case UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        // These act on the character that follows, which may take several bytes. The exclamation mark is the backslash
        // of East Asian versions.
        position += 1
        while position + 1 < bytes.count, bytes[position + 1] & 0xC0 == 0x80 { position += 1 }
      case UInt8(ascii: "["):
        let start = position + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
        let inside = bytes[min(start, position)..<position].map { $0 | 0x20 }
        if let unit = inside.first, inside.allSatisfy({ $0 == unit }), Array("hms".utf8).contains(unit) {
          return .duration
        }
      case UInt8(ascii: ";"):
        break scan
      default:
        text.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      position += 1
    }
    return holdsDatePlaceholder(text) ? .date : .number
  }

  private static func holdsDatePlaceholder(_ text: [UInt8]) -> Bool {
    var position = 0
    while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "g") where text[position...].starts(with: "general".utf8):
        position += 6
      case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"),
        UInt8(ascii: "b"):
        return true
      case UInt8(ascii: "e"):
        // `0.00E+00` is scientific; an `e` of its own is the year of an era.
        let previous = position > 0 ? text[position - 1] : 0
        let next = position + 1 < text.count ? text[position + 1] : 0
        let followsDigit = [UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: ".")].contains(
          previous)
        if !(followsDigit && (next == UInt8(ascii: "+") || next == UInt8(ascii: "-"))) { return true }
      case UInt8(ascii: "a"):
        // `aaa` and `aaaa` are the day of the week.
        if text[position...].starts(with: "aaa".utf8) { return true }
      default:
        break
      }
      position += 1
    }
    return false
  }
}
