import BudgetSheets

/// Random texts: names, odd characters, long ones.
///
/// An ordinary text says nothing that a form says itself, as 合计, 注： or 填表人：. Which row is a total, and where the
/// notes begin, is told from such words alone.
struct GeneratedTexts {
  /// The longest text; a cell holds 32,767 characters, of which an escaped control character takes seven.
  static let longest = 5_000

  /// The words that a form says itself, without white space.
  private let words: [String]
  /// Whether the texts are as a careful clerk writes them: nothing in them wants to be cleaned.
  private let isTame: Bool

  init(set: FormSet, isTame: Bool = false) {
    self.isTame = isTame
    words = set.labels.notes + set.labels.signatures + set.labels.total + set.labels.department + set.labels.unit
  }

  private static let characters = Array("洛阳老城区财政局机关事业费科学技术农林水教育文化中心二〇年度项资公务员医疗保险补助办房ABC xyz 0123456789（）、，。·《》“”-")
  private static let odd = [
    "😀", "👨‍👩‍👧", "㎡", "①", "<p>", "&amp;", "&", "\"", "'", "=1+1", "+", "-5", "@", "\t", "\u{3000}", "\u{A0}", "\u{200B}",
    "\u{202E}", "مرحبا", "שלום", "e\u{301}", "\u{301}", "é", "ẛ̣", "ﬁ", "_x0041_", "_x000D_", "_x005F_", "_", "\r",
    "\r\n", "\n",
    "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "]]>", "<!--",
    "#", "/",
    "\\", "%", "1e5", "00123", "١٢٣", "㈠", "𠮷", "＝", "，", "{year}", "{department}", "*", "?", "~",
  ]

  /// An ordinary text.
  func ordinary(_ source: inout SeededSource) -> String {
    var tries = 0
    while tries < 20 {
      let text = any(&source)
      if isOrdinary(text) { return text }
      tries += 1
    }
    return "项目" + source.digits(3)
  }

  /// A text that stands in a line of its own below a form, or is a department: no white space at its ends.
  func line(_ source: inout SeededSource) -> String {
    let text = ordinary(&source)
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  private static let tame = [
    "老城区", "科技", "工业信息化局", "文化和旅游", "补助经费", "专项资金", "（二期）", "“五小”", "、", "服务中心", "4号2022 省级", "A3 项目", "5G",
    "≥12次", "≤30%", "≥1 元", "×100%", "㎡", "①", "½", "Ⅱ", "见注（3）", "<5%", "农林水", "公务员",
  ]

  private func any(_ source: inout SeededSource) -> String {
    if isTame {
      if source.once(in: 12) { return source.pick(["≤30%", "≥98%", "≥12次", "完整", "100%"]) }
      return "项目" + (0..<source.number(1...5)).map { _ in source.pick(Self.tame) }.joined()
    }
    switch source.number(0...99) {
    case 0...69: return name(&source, 2...12)
    case 70...93:
      return (0..<source.number(1...4)).map { _ in
        source.once(in: 2) ? name(&source, 0...4) : source.pick(Self.odd)
      }.joined()
    case 94...97: return name(&source, 20...300)
    case 98: return (0..<source.number(2...20)).map { _ in name(&source, 0...40) }.joined(separator: "\n")
    default: return String(name(&source, 1_000...Self.longest).prefix(Self.longest))
    }
  }

  private func name(_ source: inout SeededSource, _ length: ClosedRange<Int>) -> String {
    String((0..<source.number(length)).map { _ in source.pick(Self.characters) })
  }

  private func isOrdinary(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.properties.generalCategory != .format }
    let plain = String(String.UnicodeScalarView(scalars))
    return !plain.isEmpty && !words.contains { plain.contains($0) }
  }
}
