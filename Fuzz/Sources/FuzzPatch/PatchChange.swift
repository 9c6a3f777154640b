import XlsxPackage
import XlsxWrite

/// One change: a word, the place of a sheet, mostly a cell, and what the change needs, between blanks, as `number 0 B2 1.5`.
struct PatchChange {
  let word: String
  let sheet: Int
  let cell: CellReference
  /// What follows the cell.
  let text: String

  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard let word = words.first, !word.isEmpty else { return nil }
    self.word = word
    sheet = words.count > 1 ? Int(words[1]) ?? 0 : 0
    cell = (words.count > 2 ? CellReference(words[2]) : nil) ?? CellReference(row: 1, column: 1)
    text = words.count > 3 ? words[3] : ""
  }

  /// The style that a change of looks asks for; by the first letter of the text.
  var style: StyleChange {
    switch text.utf8.first {
    case UInt8(ascii: "f"): StyleChange(fill: .color(Color(UInt32(text.utf8.count))))
    case UInt8(ascii: "c"): StyleChange(fontColor: .color(Color(UInt32(text.utf8.count))))
    case UInt8(ascii: "n"): StyleChange(fill: .cleared, fontColor: .cleared)
    default: StyleChange(numberFormat: text)
    }
  }

  /// The content that a change sets, nil for one that sets none.
  var content: CellContent? {
    switch word {
    case "number": .number(text)
    case "text": .text(text)
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "clear": .nothing
    case "sum": .formula(text, .number("3"))
    case "join": .formula(text, .text("x_x000D_"))
    case "test": .formula(text, .boolean(true))
    default: nil
    }
  }
}
