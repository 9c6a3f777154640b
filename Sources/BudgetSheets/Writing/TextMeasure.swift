/// How much room a text takes on paper, counted in digits of the workbook's default font as column widths are.
///
/// Spreadsheets fit rows neither to merged cells nor to heights once set, so heights are worked out here: rather too
/// high than too low, since fonts differ from one machine to the next.
enum TextMeasure {
  /// The size of the default font, in which column widths are counted.
  static let unitSize = 11.0

  /// The width of a text on one line.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    guard let record = LayoutRecord.current else { return plainWidth(text, size: size, isBold: isBold) }
    return record.answer(.width(text, size: size, isBold: isBold), about: text)
  }

  /// The width of a text that is no placeholder.
  static func plainWidth(_ text: String, size: Double, isBold: Bool) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + cells($1) }) * size / unitSize * (isBold ? 1.06 : 1)
  }

  /// How many lines a wrapped text takes in a column of a width.
  static func lines(_ text: String, width: Double, size: Double, isBold: Bool = false) -> Int {
    guard let record = LayoutRecord.current else {
      return plainLines(text, width: width, size: size, isBold: isBold)
    }
    return Int(record.answer(.lines(text, width: width, size: size, isBold: isBold), about: text))
  }

  /// How many lines a text takes that is no placeholder.
  static func plainLines(_ text: String, width: Double, size: Double, isBold: Bool) -> Int {
    // A cell keeps a little room free at both edges.
    let room = max(2, (width - 0.8) * unitSize / size / (isBold ? 1.06 : 1))
    var lines = 0
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += self.lines(ofParagraph: paragraph, room: room)
    }
    return lines
  }

  /// The height in points of some lines.
  static func height(lines: Int, size: Double) -> Double {
    Double(lines) * size * 1.4 + 5
  }

  private static func lines(ofParagraph text: Substring, room: Double) -> Int {
    var lines = 1
    var used = 0.0
    for word in words(of: text) {
      let width = Double(word.reduce(0) { $0 + cells($1) })
      if used > 0, used + width > room {
        lines += 1
        used = 0
      }
      if width > room {
        // A word longer than a line is broken anywhere.
        let more = Int((width / room).rounded(.up)) - 1
        lines += more
        used = width - Double(more) * room
      } else {
        used += width
      }
    }
    return lines
  }

  /// The pieces between which a line may break: words of Latin letters and digits, and single ideographs, each with
  /// the punctuation that cannot begin a line or end it.
  private static func words(of text: Substring) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var mayBreak = true
    for scalar in text.unicodeScalars {
      let isWide = cells(scalar) == 2
      let closes = closing.contains(scalar)
      if words.isEmpty || (!closes && (isWide || mayBreak)) {
        if let last = words.last?.last, opening.contains(last) {
          words[words.count - 1].append(scalar)
        } else {
          words.append([scalar])
        }
      } else {
        words[words.count - 1].append(scalar)
      }
      mayBreak = isWide || scalar == " "
    }
    return words
  }

  private static let closing = Set("，。、；：？！）》〉」』】〕”’…％,.;:?!)]}%".unicodeScalars)
  private static let opening = Set("（《〈「『【〔“‘([{".unicodeScalars)

  /// Two for what a Chinese font sets in a full square, one for the rest, none for what has no width.
  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x20..<0x7F: 1
    default: 2
    }
  }
}
