import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// A form set that was drafted from a workbook of blank forms.
struct DraftedSet {
  let draft: FormSetDraft
  let set: FormSet

  /// Drafts a set with the help of those that are built in.
  init(_ bytes: [UInt8], name: String = "drafted") throws {
    draft = try FormSetDraft(
      bytes: bytes, file: "blank.xlsx", name: name, sets: try TemplateLibrary.embedded.sets())
    set = try draft.set()
  }

  /// Drafts a set from a workbook of the fixtures.
  init(fixture name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/blank-forms"))
    try self.init([UInt8](Data(contentsOf: url)), name: name)
  }

  /// The workbook of blank forms that a set issues.
  static func issue(_ set: FormSet, year: String) throws -> [UInt8] {
    try FormIssuer(set: set).bytes(
      of: IssueOrder(department: IssuedWorkbook.single, year: year, spareRows: 4)
    ).bytes
  }

  /// The set drafted from what a built-in one issues.
  init(issuedBy name: String, year: String) throws {
    try self.init(try Self.issue(try TemplateLibrary.embedded.set(named: name), year: year))
  }

  /// Reads a workbook of the fixtures with this set.
  func read(_ name: String, in folder: String) throws -> Book {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/" + folder))
    return try BookReader(sets: [set]).read(path: url.path)
  }
}

/// What another program wrote into a workbook, cell by cell.
struct DraftTruth: Decodable {
  typealias Cell = Submission.Cell

  var department: String
  var unit: String?
  var cells: [Cell]

  static func load(_ name: String, in folder: String) throws -> DraftTruth {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "expected.json", subdirectory: "Fixtures/" + folder))
    return try JSONDecoder().decode(DraftTruth.self, from: Data(contentsOf: url))
  }

  static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The rows of a form: the cells of each by column.
  func rows(of form: Int) -> [(kind: String, cells: [String: Cell])] {
    var rows: [Int: (kind: String, cells: [String: Cell])] = [:]
    for cell in cells where cell.form == form && cell.note != true {
      guard let row = cell.row, let column = cell.column else { continue }
      rows[row, default: (cell.kind ?? "", [:])].cells[column] = cell
    }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is wrong with the cells of a book, told by sheet and place; nil where nothing is.
  func faults(in book: Book, unit: MoneyUnit) -> [String] {
    let found = SubmissionsTests.cells(of: book)
    var faults: [String] = []
    for cell in cells where cell.note != true && cell.outside != true {
      // Items of lists are numbered from the second on.
      let mark = cell.item.map { $0 == 0 ? "" : "#\($0 + 1)" } ?? ""
      let path = cell.column ?? (cell.block ?? "") + mark
      let place = "\(cell.sheet)!\(cell.at) \(path)"
      let read = found[SubmissionsTests.Place(sheet: cell.sheet, at: cell.at)]
      if let read, read.path != path { faults.append("\(place): is \(read.path)") }
      if cell.amount == true {
        let wanted = cell.value.flatMap { Amount(decimal: $0, unit: unit) }
        if read?.cell.value?.amount != wanted { faults.append("\(place): \(String(describing: read?.cell.value))") }
      } else if let inherited = cell.inherited {
        if read?.cell.inherited != inherited { faults.append("\(place): inherits \(read?.cell.inherited ?? "nil")") }
      } else if read?.cell.value?.text != cell.written ?? cell.value {
        faults.append("\(place): \(String(describing: read?.cell.value)), expected \(cell.value ?? "nil")")
      }
    }
    return faults
  }
}

extension Submission.Cell {
  /// The text that must be read, without blanks, which line breaks of the source put in.
  var unbroken: String? { (clean ?? value ?? inherited).map(DraftTruth.plain) }
}
