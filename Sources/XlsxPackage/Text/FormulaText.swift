/// The marks of the language of formulas.
package enum FormulaText {
  /// Brackets nest in structured references, as in `Table1[[#This Row],[A1]]`.
  package static func closingBracket(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "'"): position += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position += 1
    }
    return bytes.count - 1
  }

  /// Letters, digits, `_`, `.`, `\`, and everything beyond ASCII may stand in a name.
  package static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "\\"), 0x80...:
      true
    default:
      false
    }
  }
}
