/// Takes out characters that nobody sees.
struct InvisibleCharacters: TextRepair {
  static let description = RepairDescription(
    .invisibleCharacters, .noted, mess: ["T17"], findings: [.codeMalformed],
    chinese: .init(
      name: "去掉看不见的字符", reason: "文字中有零宽字符、软连字符或分页符等看不见的字符",
      limits: "零宽连接符旁边不是汉字或普通字符时（如表情符号）不动；私用区字形不动。"),
    english: .init(
      name: "invisible characters", reason: "the text holds zero-width characters, soft hyphens or form feeds",
      limits: "joiners stay beside anything but Chinese and ASCII characters (emoji); private-use glyphs stay."))

  func repaired(_ text: String, at site: CellSite) -> String {
    switch site.kind {
    // Of an amount they are a matter of reading it.
    case .amount, .beyondRows: return text
    case .code, .name, .freeName, .label, .indicator, .text: break
    }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { Self.isInvisible($0) || Self.isBreak($0) || Self.isJoiner($0) }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if Self.isInvisible(scalar) { continue }
      if Self.isBreak(scalar) {
        result.append("\n")
      } else if Self.isJoiner(scalar) {
        let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
        if !neighbours.allSatisfy(Self.isOrdinary) { result.append(scalar) }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The joiners, which hold emoji and some scripts together.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

  /// The line and page breaks of word processors.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x0B || scalar.value == 0x0C }

  private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
  }
}
