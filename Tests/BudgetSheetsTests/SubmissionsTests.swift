import BudgetSheets
import Foundation
import Testing
import XlsxPackage

/// Every cell of the submitted workbooks against what other programs wrote into them.
@Suite struct SubmissionsTests {
  typealias Expected = Submission.Expected

  /// A cell as read, by sheet and place.
  struct Place: Hashable {
    var sheet: String
    var at: String
  }

  static let carefully = [
    "laocheng-2023", "laocheng-2023-openpyxl", "laocheng-2023-libreoffice", "laocheng-2023-drift-1",
    "laocheng-2023-drift-2", "laocheng-2023-drift-3", "laocheng-2023-drift-4", "invented-2023", "invented-2023-drift-1",
  ]
  static let messy = ["laocheng-2023-mess-1", "laocheng-2023-mess-2", "laocheng-2023-mess-3", "laocheng-2023-mess-4"]

  static func load(_ name: String) throws -> (book: Book, expected: Expected) {
    let year = name.hasPrefix("gongxin-2021") ? "2021" : "2023"
    let folder = year == "2023" ? "Fixtures/submissions" : "Fixtures/submissions-2021"
    let workbook = try #require(Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: folder))
    let json = try #require(Bundle.module.url(forResource: name, withExtension: "expected.json", subdirectory: folder))
    // The set is found by itself.
    let book = try BookReader(sets: TemplateLibrary.embedded.sets()).read(path: workbook.path)
    #expect(book.set == "luoyang-\(year)")
    return (book, try JSONDecoder().decode(Expected.self, from: Data(contentsOf: json)))
  }

  /// The cells of a book by sheet and place, with their label path.
  static func cells(of book: Book) -> [Place: (path: String, cell: FormCell)] {
    var cells: [Place: (path: String, cell: FormCell)] = [:]
    for form in book.forms {
      for (path, cell) in form.rows.flatMap(\.cells) + form.fields.map({ ($0, $1) }) {
        guard let sheet = form.sheet, let at = cell.reference else { continue }
        cells[Place(sheet: sheet, at: "\(at)")] = ("\(path)", cell)
      }
    }
    return cells
  }

  /// What is wrong with the reading of a cell; nil where it is right.
  static func fault(_ expected: Submission.Cell, _ found: (path: String, cell: FormCell)?) -> String? {
    let wanted = expected.amount == true ? expected.value : expected.written ?? expected.value
    let place = "\(expected.sheet)!\(expected.at)"
    let path = expected.column ?? expected.block
    if let found, found.path != path { return "\(place): is \(found.path), expected \(path ?? "")" }
    let cell = found?.cell
    if let inherited = expected.inherited {
      return cell?.value == nil && cell?.inherited == inherited ? nil : "\(place): inherits \(cell?.inherited ?? "nil")"
    }
    if expected.amount == true {
      let amount = wanted.flatMap { Amount(decimal: $0, unit: .万元) }
      return cell?.value?.amount == amount
        ? nil : "\(place) \(path ?? ""): \(String(describing: cell)), expected \(wanted ?? "nil")"
    }
    return cell?.value?.text == wanted
      ? nil : "\(place) \(path ?? ""): \(String(describing: cell)), expected \(wanted ?? "nil")"
  }

  @Test(arguments: carefully) func everyCellIsReadRight(_ name: String) throws {
    let (book, expected) = try Self.load(name)
    #expect(book.department == expected.department)
    #expect(book.year == "2023")
    #expect(expected.cells.count > 1_000)
    let cells = Self.cells(of: book)
    var faults: [String] = []
    for cell in expected.cells where cell.note != true && cell.outside != true {
      if let fault = Self.fault(cell, cells[Place(sheet: cell.sheet, at: cell.at)]) { faults.append(fault) }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(8).joined(separator: "\n"))")
  }

  @Test(arguments: carefully + messy) func notesAndWhatLiesOutsideAreListed(_ name: String) throws {
    let (book, expected) = try Self.load(name)
    let outside = Dictionary(
      book.outside.map { (Place(sheet: $0.sheet, at: "\($0.reference)"), $0.text) },
      uniquingKeysWith: { first, _ in first })
    for cell in expected.cells {
      if cell.outside == true { #expect(outside[Place(sheet: cell.sheet, at: cell.at)] == cell.value) }
      if cell.note == true {
        let notes = book.forms.first { $0.sheet == cell.sheet }?.notes ?? []
        #expect(notes.contains { "\($0.reference!)" == cell.at && $0.text == cell.value })
      }
    }
  }

  @Test(arguments: ["laocheng-2023", "laocheng-2023-openpyxl", "laocheng-2023-libreoffice", "invented-2023"])
  func nothingLiesOutsideWhereNothingWasPut(_ name: String) throws {
    #expect(try Self.load(name).book.outside.isEmpty)
  }

  @Test(arguments: messy) func noValueIsWrongWithoutAFindingAtItsCell(_ name: String) throws {
    let (book, expected) = try Self.load(name)
    let cells = Self.cells(of: book)
    let told = Set(
      book.findings.compactMap { finding -> Place? in
        guard let sheet = finding.sheet, let cell = finding.cell else { return nil }
        return Place(sheet: sheet, at: "\(cell)")
      })
    var silent: [String] = []
    for cell in expected.cells where cell.note != true && cell.outside != true {
      let place = Place(sheet: cell.sheet, at: cell.at)
      if let fault = Self.fault(cell, cells[place]), !told.contains(place) { silent.append(fault) }
    }
    #expect(silent.isEmpty, "\(silent.count): \(silent.prefix(8).joined(separator: "\n"))")
  }

  @Test(arguments: ["laocheng-2023-mess-2", "laocheng-2023-mess-4"]) func aDamagedProjectCodeIsReportedAndNeverShown(
    _ name: String
  ) throws {
    let (book, _) = try Self.load(name)
    let damaged = book.findings.filter { $0.code == .codeDamaged }
    #expect(damaged.count == 7)
    for finding in damaged {
      let cell = try #require(finding.cell)
      let found = try #require(Self.cells(of: book)[Place(sheet: finding.sheet ?? "", at: "\(cell)")])
      #expect(found.cell.value == nil && found.cell.raw == nil)
      #expect(!finding.message(in: .chinese).contains("4103022"))
    }
  }
}
