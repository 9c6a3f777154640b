import BudgetSheets
import Testing

/// A cleaned workbook in the layout of the form set.
@Suite struct StandardLayoutTests {
  @Test(arguments: SubmissionsTests.messy + ["laocheng-2023-drift-2"]) func theLogHasBothAddresses(_ name: String)
    throws
  {
    let submission = try MessedSubmission(name)
    let own = try submission.cleaned()
    let standard = try submission.cleaned(layout: .standard)
    #expect(standard.log.changes.count == own.log.changes.count)
    #expect(standard.bytes != own.bytes)
    let set = try MessedSubmission.set.get()
    let book = try BookReader(sets: [set]).read(bytes: standard.bytes, name: "standard.xlsx")
    let cells = SubmissionsTests.cells(of: book)
    var placed = 0
    // Dashes beside the rows of another pane have no cell in the standard layout, nor has a unit line.
    for change in standard.log.changes where change.place.row != nil {
      let place = try #require(change.standardPlace, "\(change)")
      placed += 1
      let sheet = try #require(place.sheet)
      let address = SubmissionsTests.Place(sheet: sheet, at: "\(try #require(place.cell))")
      let found = cells[address]
      guard change == standard.log.changes.last(where: { $0.place == change.place }) else { continue }
      switch change.after.kind {
      case .blank: #expect(found?.cell.value == nil)
      case .text:
        #expect(found?.cell.effectiveText == change.after.text, "\(change)")
        #expect(found?.path == change.place.path?.description)
      default:
        let unit = book.forms.first { $0.sheet == sheet }?.unit ?? .万元
        #expect(found?.cell.value?.amount == Amount(decimal: change.after.text, unit: unit), "\(change)")
        #expect(found?.path == change.place.path?.description)
      }
    }
    #expect(placed > 0)
    for (form, other) in zip(book.forms, own.after.book.forms) {
      #expect(form.rows.map(\.amounts) == other.rows.map(\.amounts))
    }
  }
}
