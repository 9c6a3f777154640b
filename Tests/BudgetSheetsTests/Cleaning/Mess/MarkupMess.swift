import BudgetSheets
import XlsxWrite

extension MessSpot {
  /// Whether the cell holds a text of the filler's own, which no dictionary and no printed label knows.
  var isFreeText: Bool {
    guard stored.kind == .text, stored.formula == nil, !text.isEmpty else { return false }
    switch role {
    case .text, .indicator: return true
    case .name: return form.leaves.first { $0.path == path }?.list == nil
    default: return false
    }
  }
}

/// T7: LaTeX where a sign was meant.
struct LatexMess: MessMechanism {
  private static let signs = [("≥", "\\geq"), ("≤", "\\leq"), ("×", "\\times")]

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isFreeText else { return nil }
    let (sign, command) = source.pick(Self.signs)
    let parts = spot.text.split(separator: sign, omittingEmptySubsequences: false)
    // A letter behind a command would be part of it, and a blank is eaten by it.
    guard parts.count > 1,
      parts.dropFirst().allSatisfy({ $0.first.map { !$0.isASCII || !$0.isLetter && $0 != " " } ?? true })
    else { return nil }
    return [spot.messed("T7", parts.joined(separator: command), .restored)]
  }
}

/// T8: the markup of a web page around the lines of a text.
struct MarkupMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isFreeText, !spot.text.contains("\r"), spot.role != .name || !spot.text.contains("\n") else {
      return nil
    }
    let lines = spot.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains("") { return nil }
    let text: String
    switch source.number(0...2) {
    case 0 where lines.count > 1: text = lines.joined(separator: source.pick(["<br>", "<br/>", "<BR />"]))
    case 1: text = lines.map { "<p>\($0)</p>" }.joined(separator: source.pick(["", "\n", " "]))
    default: text = lines.map { "<p style=\"text-indent:2em\"><span>\($0)</span></p>" }.joined()
    }
    return [spot.messed("T8", text, .restored)]
  }
}

/// T8: characters written as a web page does: `&lt;`, `&amp;`, `&nbsp;`.
struct EntityMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isFreeText else { return nil }
    let text = spot.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    if text != spot.text { return [spot.messed("T8", text, .restored)] }
    let places = MessCharacters.placesBetweenHan(spot.text)
    guard spot.role == .name, !places.isEmpty else { return nil }
    return [
      spot.messed("T8", MessCharacters.inserting("&nbsp;", into: spot.text, at: source.pick(places)), .restored)
    ]
  }
}

/// What must not be changed: signs that compatibility forms would turn into others, literal brackets, blanks beside digits
/// and letters, notes.
struct UntouchedTextMess: MessMechanism {
  private static let additions = [
    "12㎡", "①", "½", "Ⅱ", "㈠", "１２３", "％", "（3）", "<5%且>3%", "a<b", "≥1 元", "4号2022 省级", "A3 项目", "A&B", "5′×3″",
    "见注（3）",
    "x_y", "{1}", "ﬁ", "…", "——", "~", "1－2",
  ]

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.isFreeText, !workbook.isMerged(spot) else { return nil }
    return [spot.messed("−", spot.text + source.pick(Self.additions), .untouched)]
  }
}
