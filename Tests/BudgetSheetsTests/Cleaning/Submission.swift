import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// A submitted workbook of the fixtures, with the truth of each of its cells.
struct Submission {
  /// One cell of a form.
  struct Cell: Decodable {
    var form: Int?
    var sheet: String
    var at: String
    var row: Int?
    var kind: String?
    var column: String?
    var block: String?
    var item: Int?
    var value: String?
    var written: String?
    var clean: String?
    var inherited: String?
    var amount: Bool?
    var note: Bool?
    var outside: Bool?
    var mess: [String]?

    var place: SheetPlace? { CellReference(at).map { SheetPlace(sheet: sheet, cell: $0) } }

    /// What the cell must say once it is clean.
    var truth: BookValue? {
      if amount == true { return value.flatMap { Amount(decimal: $0, unit: .万元) }.map { .amount($0) } }
      // The truth of 2021 keeps the commands of its source, but for those that are a cell's whole text.
      return (clean ?? value ?? inherited).map { .text($0.replacing("\\times", with: "×")) }
    }
  }

  struct Expected: Decodable {
    var department: String
    var cells: [Cell]
  }

  let name: String
  var bytes: [UInt8]
  let cells: [Cell]
  var stored: StoredWorkbook

  init(_ name: String) throws {
    self.name = name
    let folder = "Fixtures/submissions" + (name.hasPrefix("gongxin-2021") ? "-2021" : "")
    let workbook = try #require(Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: folder))
    let json = try #require(Bundle.module.url(forResource: name, withExtension: "expected.json", subdirectory: folder))
    bytes = [UInt8](try Data(contentsOf: workbook))
    cells = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: json)).cells
    stored = try StoredWorkbook(bytes: bytes)
  }

  /// The workbook that came of cleaning another.
  init(_ cleaned: CleanedSubmission) {
    name = cleaned.submission.name
    bytes = cleaned.result.bytes
    cells = cleaned.submission.cells
    stored = cleaned.after
  }

  /// The cells to which something was done.
  func places(messedBy mess: String) -> [SheetPlace] {
    cells.filter { $0.mess?.contains(mess) == true }.compactMap(\.place)
  }

  /// The set of the year 2021.
  static func set2021() throws -> FormSet { try TemplateLibrary.embedded.set(named: "luoyang-2021") }
}
