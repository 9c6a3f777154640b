/// Text as the parts of a workbook keep it.
enum XMLText {
  /// Whether XML 1.0 can hold a character and give it back unchanged.
  static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    // A carriage return is legal, but every parser turns it into a line feed.
    case 0..<0x20: false
    case 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Whether all of a text can stand in XML as it is.
  static func allows(_ text: String) -> Bool {
    // The two that are not allowed beyond ASCII begin with the byte EF in UTF-8.
    let isPlain = text.utf8.allSatisfy { ($0 >= 0x20 || $0 == 0x09 || $0 == 0x0A) && $0 != 0xEF }
    return isPlain || text.unicodeScalars.allSatisfy { allows($0) }
  }

  /// Writes what XML cannot hold as `_xHHHH_` (ECMA-376 22.9.2.19), and the underscore of a text that looks like such an
  /// escape as `_x005F_`, so that readers give back the text unchanged.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) && $0 != UInt8(ascii: "_") && $0 != 0xEF }) {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if !allows(scalar) || (scalar == "_" && looksEscaped(scalars[index...])) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let escape = "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func looksEscaped(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = scalars.startIndex
    guard scalars.count >= 7, scalars[start + 1] == "x", scalars[start + 6] == "_" else { return false }
    return scalars[(start + 2)..<(start + 6)].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
