import Testing
import XlsxPackage
import XlsxWrite

/// Sheets whose names differ in upper and lower case only, as some programs write them.
@Suite struct PatchNameCaseTests {
  private static let book = PatchBook(sheets: ["A", "a", "b"].map { ($0, PatchBook.sheet("")) })

  @Test(arguments: [("A", 1), ("a", 2), ("b", 3), ("B", 3)]) func theExactNameComesFirst(
    _ row: (name: String, number: Int)
  ) throws {
    let book = try Self.book.patched {
      try $0.worksheet(named: row.name).set(.text("here"), at: CellReference(row: 1, column: 1))
    }
    for number in 1...3 { #expect(book.sheet(number).contains("here") == (number == row.number)) }
  }

  @Test func aSheetThatIsHiddenOrMovedIsTheOneThatIsNamed() throws {
    let patch = try Self.book.open()
    try patch.moveSheet(named: "a", to: 0)
    #expect(patch.sheetNames == ["a", "A", "b"])
    try patch.removeSheet(named: "A")
    #expect(patch.sheetNames == ["a", "b"])
  }

  @Test func formatsThatCellsCanBeGiven() {
    for format in ["General", "0.00\"元\"", "[Red]0", "\\0", "_ 0", String(repeating: "0", count: 255)] {
      #expect(StyleChange.allows(numberFormat: format))
    }
    for format in ["", "\"元", "[Red", "0\\", "0_", "\u{1}", String(repeating: "0", count: 256)] {
      #expect(!StyleChange.allows(numberFormat: format))
    }
  }
}
