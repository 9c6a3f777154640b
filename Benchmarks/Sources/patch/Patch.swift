import XlsxPackage
import XlsxWrite

/// Changes workbooks as its arguments say: for measuring, and for comparing what other programs find afterwards.
///
/// `patch IN OUT [CHANGE …]`, or `patch --folder IN OUT [CHANGE …]` for every .xlsx of a folder, or `patch --each N IN OUT
/// [CHANGE …]` for the time of one out of many. A change is a word and what it needs; a sheet is its name, or `#` and its
/// place counted from 1.
@main
struct Patch {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == "--folder" {
        arguments.removeFirst()
        guard arguments.count >= 2 else { throw Usage() }
        for name in try folder(arguments[0]) {
          try run(arguments[0] + "/" + name, arguments[1] + "/" + name, Array(arguments[2...]))
        }
      } else if arguments.first == "--each" {
        guard arguments.count >= 4, let count = Int(arguments[1]), count > 0 else { throw Usage() }
        var times: [Double] = []
        for _ in 0..<count {
          let start = seconds()
          try run(arguments[2], arguments[3], Array(arguments[4...]))
          times.append(seconds() - start)
        }
        times.sort()
        print("each \(times[0]) \(times[times.count / 2])")
      } else {
        guard arguments.count >= 2 else { throw Usage() }
        try run(arguments[0], arguments[1], Array(arguments[2...]))
      }
    } catch let error as XlsxWriteError {
      fail("\(error.code.rawValue): \(error)", error.code == .cannotRead ? 65 : error.code == .refused ? 2 : 70)
    } catch {
      fail(
        "usage: patch [--folder] IN OUT [number|text|boolean|formula|clear|fill|color|format|comment|uncomment|uncomment-by|link|rename|hide|move|add|title …]",
        64)
    }
  }

  struct Usage: Error {}

  static func run(_ input: String, _ output: String, _ arguments: [String]) throws {
    let patch = try WorkbookPatch(of: input)
    var rest = arguments[...]
    func take() throws -> String {
      guard let word = rest.popFirst() else { throw Usage() }
      return word
    }
    func takeSheet() throws -> WorksheetPatch {
      let word = try take()
      guard word.first == "#", let place = Int(word.dropFirst()) else { return try patch.worksheet(named: word) }
      let sheets = patch.worksheets
      guard sheets.indices.contains(place - 1) else { throw Usage() }
      return sheets[place - 1]
    }
    func takeCell() throws -> CellReference {
      guard let cell = CellReference(try take()) else { throw Usage() }
      return cell
    }
    func takeColor() throws -> Color {
      guard let color = UInt32(try take(), radix: 16) else { throw Usage() }
      return Color(color)
    }
    while let change = rest.popFirst() {
      switch change {
      case "number":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.set(.number(try take()), at: cell)
      case "text":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.set(.text(try take()), at: cell)
      case "boolean":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.set(.boolean(try take() == "1"), at: cell)
      case "formula":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        let formula = try take()
        try sheet.set(.formula(formula, .number(try take())), at: cell)
      case "clear": try takeSheet().set(.nothing, at: takeCell())
      case "fill":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.restyle(cell, StyleChange(fill: .color(try takeColor())))
      case "color":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.restyle(cell, StyleChange(fontColor: .color(try takeColor())))
      case "format":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.restyle(cell, StyleChange(numberFormat: try take()))
      case "comment":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.addComment(try take(), author: "patch", at: cell)
      case "uncomment": try takeSheet().removeComment(at: takeCell())
      case "uncomment-by": try takeSheet().removeComments(by: take())
      case "link":
        let (sheet, cell) = (try takeSheet(), try takeCell())
        try sheet.addLink(at: cell, toSheet: try take())
      case "rename": try takeSheet().rename(to: try take())
      case "hide": try takeSheet().setVisibility(.hidden)
      case "move":
        let sheet = try takeSheet()
        guard let place = Int(try take()) else { throw Usage() }
        try sheet.move(to: place - 1)
      case "add":
        let name = try take()
        guard let place = Int(try take()) else { throw Usage() }
        try patch.addWorksheet(named: name, at: place - 1) { sheet in
          try sheet.write(
            text: "清单", at: CellReference(row: 1, column: 1), format: CellFormat(font: CellFont(isBold: true)))
          try sheet.write(
            number: 12.5, at: CellReference(row: 2, column: 1), format: CellFormat(numberFormat: "#,##0.000"))
          try sheet.writeComment("注", author: "patch", at: CellReference(row: 2, column: 1))
          try sheet.setColumnWidth(1...1, 24)
          try sheet.activate()
        }
      case "title": try patch.setProperty(.title, to: try take())
      default: throw Usage()
      }
    }
    try patch.write(to: output)
  }
}
