extension String {
  /// The text without the white space between two Chinese characters.
  var joiningChinese: String {
    var result = String.UnicodeScalarView()
    var blanks = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        blanks.append(scalar)
        continue
      }
      if !(Self.isChinese(scalar) && result.last.map(Self.isChinese) ?? false) { result.append(contentsOf: blanks) }
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
