import XlsxPackage
import XlsxRead
import XlsxWrite

/// Takes the comments and colours of earlier rounds away, and nobody else's.
struct PastMarks {
  private let workbook: SubmittedWorkbook
  /// What the lists say of the cells that were coloured, by the line and by the place.
  private let marks: [ListKey: ListIdentity.Mark]
  private let fillsByPlace: [SheetAddress: String]
  /// The backgrounds of the cells that were ours, as they are now; empty for none.
  private(set) var fills: [SheetAddress: String] = [:]
  /// What somebody has written below comments of ours.
  private(set) var additions: [(place: SheetAddress, text: String)] = []
  /// The cells that lost a comment, with the lines that it named.
  private var keys: [SheetAddress: [ListKey]] = [:]

  /// The cells that were marked.
  var places: Set<SheetAddress> { Set(keys.keys).union(fills.keys) }

  init(in workbook: SubmittedWorkbook) {
    self.workbook = workbook
    var marks: [ListKey: ListIdentity.Mark] = [:]
    var fillsByPlace: [SheetAddress: String] = [:]
    for entry in workbook.lists.flatMap(\.entries) {
      guard let mark = entry.identity.mark else { continue }
      if let key = entry.identity.key, marks[key] == nil { marks[key] = mark }
      if fillsByPlace[mark.place] == nil { fillsByPlace[mark.place] = mark.fill }
    }
    self.marks = marks
    self.fillsByPlace = fillsByPlace
  }

  /// Takes them away in some sheets.
  mutating func takeAway(in sheets: [WorksheetPatch]) throws {
    for sheet in sheets { try takeComments(in: sheet) }
    // Where no round has been before, a cell that looks like ours is somebody else's.
    if workbook.lists.isEmpty, keys.isEmpty { return }
    for sheet in sheets { try takeColors(in: sheet) }
  }

  private mutating func takeComments(in sheet: WorksheetPatch) throws {
    var found: [(cell: CellReference, text: String)] = []
    try sheet.removeComments { cell, _, text in
      guard MarkComment.isOurs(text) else { return false }
      found.append((cell, text))
      return true
    }
    for (cell, text) in found {
      let place = SheetAddress(sheet: sheet.name, cell: cell)
      keys[place, default: []] += MarkComment.keys(in: text)
      if let addition = MarkComment.addition(in: text) { additions.append((place, addition)) }
    }
  }

  private mutating func takeColors(in sheet: WorksheetPatch) throws {
    let samples = try workbook.cellsByStyle(in: sheet.name)
    let looks = try sheet.fills(at: Array(samples.values))
    let styles = samples.filter { _, cell in looks[cell].map(Self.isOurs) ?? false }.map(\.key)
    for cell in try workbook.cells(ofStyles: Set(styles), in: sheet.name) {
      let place = SheetAddress(sheet: sheet.name, cell: cell)
      // The comment knows better than the place, since rows may have been put in above.
      let text = (keys[place] ?? []).compactMap { marks[$0]?.fill }.first ?? fillsByPlace[place] ?? ""
      let fill = CellFill(text: text).flatMap { Self.isOurs($0) ? nil : $0 } ?? .none
      fills[place] = fill.text
      try sheet.restyle(cell, StyleChange(fill: .exactly(fill)))
    }
  }

  /// Programs write a plain colour in different ways.
  private static func isOurs(_ fill: CellFill) -> Bool {
    fill.solidColor.map { color in LevelMark.allCases.contains { $0.color == color } } ?? false
  }
}
