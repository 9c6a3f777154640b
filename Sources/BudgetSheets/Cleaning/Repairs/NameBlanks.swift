/// Joins a name that a line break or a typed blank has broken.
struct NameBlanks: TextRepair {
  static let description = RepairDescription(
    .nameBlanks, .safe, mess: ["T1", "T2"],
    chinese: .init(
      name: "去掉名称中的空白", reason: "名称中两个汉字之间有换行或空格",
      limits: "只去掉两个中文字符之间的空白；数字、字母旁边的空格和成段文字不动。"),
    english: .init(
      name: "blanks inside names", reason: "a line break or blank stands between two Chinese characters of a name",
      limits: "only white space between two Chinese characters; blanks beside digits or letters and running text stay.")
  )

  func repaired(_ text: String, at site: CellSite) -> String {
    switch site.kind {
    case .name, .label: Self.joined(text)
    default: text
    }
  }

  /// The text without the white space between two Chinese characters.
  static func joined(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var blanks = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        blanks.append(scalar)
        continue
      }
      if !(isChinese(scalar) && result.last.map(isChinese) ?? false) { result.append(contentsOf: blanks) }
      blanks.removeAll()
      result.append(scalar)
    }
    result.append(contentsOf: blanks)
    return String(result)
  }

  /// Whether a scalar is a Chinese character or a punctuation mark of Chinese text.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E: true
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026: true
    default: false
    }
  }
}
