import BudgetSheets

/// What a cell holds, so that people see what is there: texts between quotation marks, signs that are not seen made visible.
struct CellStateText {
  let options: CommonOptions

  /// The most characters of a text that are shown.
  private static let limit = 40
  /// How many characters stand around a difference within a long text.
  private static let context = 8

  /// A change, as `“51.80” → 51.80`.
  func text(from before: CellState, to after: CellState) -> String {
    let (first, second) = shortened(before, after)
    let old = text(first)
    let new = text(second)
    guard old == new, before.format != after.format else { return old + " → " + new }
    return "\(old) (\(before.format)) → \(new) (\(after.format))"
  }

  /// A single state.
  func text(_ state: CellState) -> String {
    let value = value(state)
    guard let formula = state.formula else { return value }
    let shown = "=" + Self.cut(Self.visible(formula))
    return state.kind == .blank ? shown : shown + options.say("（结果 \(value)）", " (result \(value))")
  }

  private func value(_ state: CellState) -> String {
    switch state.kind {
    case .blank: options.say("空白", "blank")
    case .number: Self.cut(state.text)
    case .text: "“" + Self.cut(Self.visible(state.text)) + "”"
    case .boolean: state.text == "0" ? "FALSE" : state.text == "1" ? "TRUE" : state.text
    case .error: state.text
    case .date: options.say("日期格式的数 \(state.text)", "\(state.text) shown as a date")
    }
  }

  // MARK: Long texts

  /// Two long texts as what differs between them with a little around it.
  private func shortened(_ before: CellState, _ after: CellState) -> (CellState, CellState) {
    guard before.kind == .text, after.kind == .text, max(before.text.count, after.text.count) > Self.limit else {
      return (before, after)
    }
    let old = Array(before.text)
    let new = Array(after.text)
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    let head = start > Self.context + 1 ? start - Self.context : 0
    let tail = end > Self.context + 1 ? end - Self.context : 0
    func part(_ state: CellState, _ characters: [Character]) -> CellState {
      var state = state
      state.text =
        (head > 0 ? "…" : "") + String(characters[head..<(characters.count - tail)]) + (tail > 0 ? "…" : "")
      return state
    }
    return (part(before, old), part(after, new))
  }

  private static func cut(_ text: String) -> String {
    guard text.count > limit else { return text }
    return text.prefix(limit * 2 / 3) + "…" + text.suffix(limit / 3)
  }

  // MARK: What is not seen

  /// A text in which line breaks, odd blanks, blanks at its ends and characters without a shape are to be seen.
  static func visible(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let first = scalars.firstIndex { $0 != " " } ?? scalars.count
    let last = scalars.lastIndex { $0 != " " } ?? -1
    var shown = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": shown += "⏎"
      case "\t": shown += "⇥"
      case " ": shown += index < first || index > last || index > 0 && scalars[index - 1] == " " ? "␣" : " "
      default:
        switch scalar.properties.generalCategory {
        case .spaceSeparator: shown += "␣"
        case .control, .format, .privateUse, .unassigned, .surrogate:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          shown += "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
        default: shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }
}
