import BudgetSheets
import Testing
import XlsxPackage

/// Addresses as people write them.
@Suite struct SheetAddressTests {
  @Test(arguments: [
    ("预算03表!G10", "预算03表", "G10"), ("'a!b''c'!$B$2", "a!b'c", "B2"), ("a!b!c3", "a!b", "C3"), ("2023!A1", "2023", "A1"),
  ])
  func anAddressReadsFromText(text: String, sheet: String, cell: String) throws {
    let address = try #require(SheetAddress(text: text))
    #expect(address == SheetAddress(sheet: sheet, cell: try #require(CellReference(cell))))
    #expect(address.description == "\(sheet)!\(cell)")
  }

  @Test(arguments: ["", "G10", "!G10", "表!", "表!G", "表!G0", "表!XFE1", "表！G10"]) func otherTextsAreNoAddress(
    _ text: String
  ) {
    #expect(SheetAddress(text: text) == nil)
  }
}
