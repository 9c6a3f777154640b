/// What the mess generator asks of characters.
enum MessCharacters {
  /// Whether a scalar is a Chinese character.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// Whether a scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isDigits(_ text: String) -> Bool { !text.isEmpty && text.unicodeScalars.allSatisfy(isDigit) }

  /// The places of a text before which a Chinese character stands, and behind which one does.
  static func placesBetweenHan(_ text: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 1 else { return [] }
    return (1..<scalars.count).filter { isHan(scalars[$0 - 1]) && isHan(scalars[$0]) }
  }

  /// A text with something put in before the scalar at an index.
  static func inserting(_ insert: String, into text: String, at index: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[..<index])) + insert
      + String(String.UnicodeScalarView(scalars[index...]))
  }

  /// A text in full-width digits, points, commas and signs.
  static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// Digits with a comma before every third one from the right.
  static func thousands(_ amount: String) -> String {
    let parts = amount.split(separator: ".", omittingEmptySubsequences: false)
    let sign = amount.hasPrefix("-") ? "-" : ""
    var whole = Substring(parts[0].drop { $0 == "-" })
    var groups: [Substring] = []
    while whole.count > 3 {
      groups.insert(whole.suffix(3), at: 0)
      whole.removeLast(3)
    }
    groups.insert(whole, at: 0)
    return sign + groups.joined(separator: ",") + (parts.count > 1 ? "." + parts[1] : "")
  }
}
