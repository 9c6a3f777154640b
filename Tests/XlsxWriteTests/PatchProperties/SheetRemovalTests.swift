import Testing
import XlsxPackage
import XlsxWrite

/// Sheets taken out of workbooks made at random, against a model that knows what refers to them.
@Suite struct SheetRemovalTests {
  @Test(arguments: PatchRun.parts) func aSheetGoesUnlessSomethingRefersToIt(_ part: Int) throws {
    var removed = 0
    var refused = 0
    for seed in PatchRun.seeds(of: part) {
      let one = try PatchCase(seed: seed)
      for sheet in one.start.sheets where one.start.sheets.contains(where: { $0.id != sheet.id && $0.isSeen }) {
        let patch = try WorkbookPatch(ofBytes: one.bytes, name: "case.xlsx")
        try patch.removeSheet(named: sheet.name)
        var rest = one.start
        if rest.refers(to: sheet.id) {
          let error = #expect(throws: XlsxWriteError.self, "seed \(seed), \(sheet.name)") { try patch.bytes() }
          #expect(error?.code == .refused, "seed \(seed), \(sheet.name)")
          refused += 1
          // What refers to it may go with it, but for names and lists of choices, which no patch changes.
          rest = rest.withoutReferences(to: sheet.id, patch)
          if rest.refers(to: sheet.id) { continue }
        }
        rest.sheets.removeAll { $0.id == sheet.id }
        let comparison = PictureComparison(expected: BookPicture(rest), found: try BookPicture(patch.bytes()))
        #expect(comparison.differences == [], "seed \(seed), \(sheet.name)")
        removed += 1
      }
    }
    #expect(PatchRun.isLong || removed > 0)
    if PatchRun.isLong { print("sheets removed: \(removed), at first refused: \(refused)") }
  }
}

extension SheetModel {
  fileprivate var isSeen: Bool { visibility == .visible }
}

extension BookModel {
  /// Whether anything outside a sheet refers to it.
  fileprivate func refers(to id: Int) -> Bool {
    if names.values.contains(where: { refers($0, to: id) }) { return true }
    return sheets.contains { sheet in
      sheet.id != id
        && (sheet.choices.map { refers($0, to: id) } == true || sheet.links.values.contains { $0.sheet == id }
          || sheet.cells.values.contains { refers($0.content, to: id) })
    }
  }

  private func refers(_ content: ContentModel, to id: Int) -> Bool {
    if case .formula(let formula, _) = content { refers(formula, to: id) } else { false }
  }

  private func refers(_ formula: FormulaModel, to id: Int) -> Bool {
    let places = Dictionary(uniqueKeysWithValues: sheets.enumerated().map { ($1.id, $0) })
    return formula.pieces.contains { piece in
      switch piece {
      case .text: return false
      case .sheet(let sheet, _): return sheet == id
      case .sheets(let first, let last):
        guard let place = places[id], let first = places[first], let last = places[last] else { return false }
        return (min(first, last)...max(first, last)).contains(place)
      }
    }
  }

  /// The workbook without the cells and links that refer to a sheet, which a patch takes away too.
  fileprivate func withoutReferences(to id: Int, _ patch: WorkbookPatch) -> BookModel {
    var book = self
    for index in book.sheets.indices where book.sheets[index].id != id {
      guard let sheet = try? patch.worksheet(named: book.sheets[index].name) else { continue }
      for (place, cell) in book.sheets[index].cells where refers(cell.content, to: id) {
        try? sheet.set(.nothing, at: place)
        book.sheets[index].cells[place]?.content = .blank
      }
      for (place, link) in book.sheets[index].links where link.sheet == id {
        try? sheet.removeLink(at: place)
        book.sheets[index].links[place] = nil
      }
    }
    return book
  }
}
