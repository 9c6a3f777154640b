import XlsxPackage
import XlsxRead
import XlsxWrite

/// One attempt to put all marks and the list into a patch.
struct AnnotationRound {
  private let workbook: SubmittedWorkbook
  private let content: AnnotationContent
  private let omissions: Omissions
  private var past: PastMarks
  private var layouts: [String: SheetLayout] = [:]
  /// The cells that are marked, with what their background was before.
  private var fills: [SheetAddress: String] = [:]
  private var unmarked: Set<SheetAddress> = []
  /// The cells that ought to be marked.
  private var marks: [SheetAddress: CellMark] = [:]

  init(_ workbook: SubmittedWorkbook, _ content: AnnotationContent, _ omissions: Omissions) {
    self.workbook = workbook
    self.content = content
    self.omissions = omissions
    past = PastMarks(in: workbook)
  }

  /// All cells that this round touches.
  var places: Set<SheetAddress> { Set(marks.keys).union(past.places) }

  /// Makes all changes.
  mutating func annotate(_ patch: WorkbookPatch) throws -> Annotation {
    let sheets = patch.worksheets.filter { workbook.hasSheet($0.name) }
    for name in Set(content.places.compactMap(\.sheet)) { layouts[name] = try workbook.layout(of: name) }
    marks = content.marks(locate: locate)
    try past.takeAway(in: sheets.filter { !omissions.sheets.contains($0.name) })
    try putAway(workbook.lists, in: patch)
    let name = freeName(FindingList.sheetName, in: patch)
    for sheet in sheets { try mark(sheet, list: name) }
    let plan = FindingListPlan(
      content, name: name, leftovers: leftovers, fills: fills, unmarked: unmarked, locate: locate)
    try patch.addWorksheet(named: name, at: 0) { try plan.write(to: $0) }
    return Annotation(
      listSheet: name, lines: content.lines.count, markedCells: fills.count,
      unmarked: unmarked.sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }.map {
        Place(sheet: $0.sheet, cell: $0.cell)
      }, renewedCells: past.places.count)
  }

  private var leftovers: [Leftover] {
    content.obsolete.map { Leftover($0) } + workbook.lists.flatMap(\.unmatched).map { Leftover($0) }
      + past.additions.map { Leftover(comment: $0.place, addition: $0.text) }
  }

  /// Where a place is in the workbook: what lies hidden in merged cells is shown by their first one.
  private func locate(_ place: Place) -> SheetAddress? {
    guard let sheet = place.sheet, let cell = place.cell, workbook.hasSheet(sheet) else { return nil }
    return SheetAddress(sheet: sheet, cell: layouts[sheet]?.merge(at: cell)?.first ?? cell)
  }

  // MARK: Lists of earlier rounds

  private func putAway(_ lists: [ReturnedList], in patch: WorkbookPatch) throws(XlsxWriteError) {
    for list in lists {
      if !omissions.keepsLists {
        try patch.removeSheet(named: list.sheet)
        continue
      }
      // Something refers to it, so it stays, under another name and no longer known as a list.
      let sheet = try patch.worksheet(named: list.sheet)
      try sheet.set(.text("旧的" + FindingList.sheetName), at: list.title)
      try sheet.rename(to: freeName("旧" + FindingList.sheetName, in: patch))
    }
  }

  private func freeName(_ name: String, in patch: WorkbookPatch) -> String {
    let taken = Set(patch.sheetNames.map { $0.lowercased() })
    var free = name
    var number = 2
    while taken.contains(free) {
      free = "\(name)\(number)"
      number += 1
    }
    return free
  }

  // MARK: Marks

  private mutating func mark(_ sheet: WorksheetPatch, list: String) throws(XlsxWriteError) {
    let due = marks.filter { $0.key.sheet == sheet.name }.sorted { $0.key.cell < $1.key.cell }
    if due.isEmpty { return }
    let possible = due.filter { !omissions.contains($0.key) }
    unmarked.formUnion(due.map(\.key).filter(omissions.contains))
    let looks = try sheet.fills(at: possible.map(\.key.cell))
    for (place, mark) in possible {
      try sheet.restyle(place.cell, StyleChange(fill: .color(mark.kind.color)))
      fills[place] = past.fills[place] ?? looks[place.cell]?.text ?? ""
      do throws(XlsxWriteError) {
        try sheet.addComment(
          MarkComment.text(mark.lines, list: list), author: MarkComment.author, at: place.cell)
      } catch {
        // A comment of the submitter's own stays; the colour and the list are enough.
        if error.code != .overlap { unmarked.insert(place) }
      }
    }
  }
}
