import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// A book of the fixtures that a test changes cell by cell.
///
/// Cells are named `form|row|column`, as `03|206/01/01|基本支出/小计`; the row is its key, `:total`, `:department`, `:unit` or
/// `:detail` for all rows of a kind, `#` for the numbered lines of a pane, `一、本年收入/*` for those right below another
/// and `206/**` for all keys that begin so. Of a form of blocks the row is left out: `12||预算情况/资金结构/（1）基本支出`.
struct SampleBook {
  static let set = Result { try TemplateLibrary.embedded.set(named: "luoyang-2023") }
  static let checker = Result { Checker(set: try set.get()) }

  /// Which of the fixtures.
  enum Base: Hashable {
    /// The published budget of 2023.
    case published
    /// The published budget without its one contradiction: the 45.00 that form 04 carries forward are spent on 206.
    case corrected
    /// An invented budget.
    case invented(Int)
  }

  var book: Book

  private static let published = Result { try SubmissionsTests.load("laocheng-2023").book }

  init(_ base: Base) throws {
    switch base {
    case .published: book = try Self.published.get()
    case .corrected:
      book = try Self.published.get()
      for column in ["合计", "一般公共预算/小计", "一般公共预算/其中：财政拨款"] {
        try put("519.91", in: "04|一、本年支出/（六）科学技术支出|支出/\(column)")
        try put("634.34", in: "04|一、本年支出|支出/\(column)")
        try put(nil, in: "04|二、年终结转结余|支出/\(column)")
      }
    case .invented(let number):
      let url = try #require(
        Bundle.module.url(
          forResource: String(format: "%02d", number), withExtension: "json", subdirectory: "Fixtures/invented"))
      book = try Book(json: Data(contentsOf: url), in: try Self.set.get())
    }
  }

  /// What a check says of the fixtures themselves.
  private static let reports = Result {
    try Dictionary(
      uniqueKeysWithValues: [Base.published, .corrected, .invented(0), .invented(3), .invented(4)].map {
        ($0, try SampleBook($0).report())
      })
  }

  /// The report on a book before any change.
  static func report(_ base: Base) throws -> CheckReport { try #require(try reports.get()[base]) }

  /// The report on the book as it stands.
  func report() throws -> CheckReport { try Self.checker.get().check(book) }

  // MARK: Cells

  /// One cell of the book.
  struct Cell: Hashable {
    var form: String
    var row: String?
    var path: String

    init(form: String, row: String?, path: String) {
      self.form = form
      self.row = row
      self.path = path
    }

    /// The cell of a place that a report names.
    init(_ place: Place) {
      self.init(form: place.form ?? "", row: place.row?.key, path: place.path.map { "\($0)" } ?? "")
    }
  }

  private static let kinds: [String: RowKind] = [
    ":total": .total, ":department": .department, ":unit": .unit, ":detail": .detail,
  ]

  static func parts(_ name: String) -> (form: String, row: String, path: LabelPath) {
    let parts = name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let path = LabelPath(text: parts[2]) else { preconditionFailure(name) }
    return (parts[0], parts[1], path)
  }

  private static func fits(_ row: FormRow, _ pattern: String) -> Bool {
    if let kind = kinds[pattern] { return row.kind == kind }
    if pattern == "#" { return row.key.contains("、") && !row.key.contains("/") }
    if pattern.hasSuffix("**") { return row.kind == .detail && row.key.hasPrefix(pattern.dropLast(2)) }
    if pattern.hasSuffix("*") {
      let prefix = pattern.dropLast()
      return row.key.hasPrefix(prefix) && !row.key.dropFirst(prefix.count).contains("/")
    }
    return row.key == pattern
  }

  private func rows(_ name: String) -> (form: Int, rows: [Int], path: LabelPath)? {
    let (form, pattern, path) = Self.parts(name)
    guard let index = book.forms.firstIndex(where: { $0.form == form }) else { return nil }
    let rows = book.forms[index].rows
    return (
      index,
      rows.indices.filter {
        Self.fits(rows[$0], pattern) && (rows[$0].pane == nil || rows[$0].pane == path.labels.first)
      }, path
    )
  }

  /// The cells that a name means.
  func cells(_ name: String) -> [Cell] {
    let (form, pattern, path) = Self.parts(name)
    if pattern.isEmpty { return [Cell(form: form, row: nil, path: "\(path)")] }
    guard let (index, rows, _) = rows(name) else { return [] }
    return rows.map { Cell(form: form, row: book.forms[index].rows[$0].key, path: "\(path)") }
  }

  /// What a cell says; nil where it is blank.
  func amount(_ cell: Cell) -> Amount? {
    guard let form = book.form(cell.form), let path = LabelPath(text: cell.path) else { return nil }
    guard let key = cell.row else { return form.fields[path]?.value?.amount }
    return form.rows.first { $0.key == key && ($0.pane == nil || $0.pane == path.labels.first) }?.amount(path)
  }

  /// What the cells of a name add up to.
  func sum(_ names: [String]) -> Amount {
    var fen: Int64 = 0
    for name in names {
      let sign: Int64 = name.hasPrefix("-") ? -1 : 1
      for cell in cells(name.hasPrefix("-") ? String(name.dropFirst()) : name) {
        fen += sign * (amount(cell)?.fen ?? 0)
      }
    }
    return Amount(fen: fen)
  }

  // MARK: Changes

  /// Changes the one cell of a name.
  mutating func change(_ name: String, _ change: (inout FormCell?) -> Void) throws {
    let (form, pattern, path) = Self.parts(name)
    let index = try #require(book.forms.firstIndex { $0.form == form })
    if pattern.isEmpty {
      change(&book.forms[index].fields[path])
      return
    }
    let found = try #require(rows(name))
    try #require(found.rows.count == 1, "\(name) is \(found.rows.count) cells")
    change(&book.forms[index].rows[found.rows[0]].cells[path])
  }

  /// Puts an amount into a cell, or nothing.
  mutating func put(_ amount: String?, in name: String, formula: String? = nil) throws {
    let value = try amount.map { FormValue.amount(try #require(Amount(decimal: $0, unit: .万元))) }
    try change(name) {
      $0 = value.map { FormCell(reference: nil, value: $0, formula: formula) }
    }
  }

  /// Adds to what a cell says.
  mutating func add(_ amount: String, to name: String) throws {
    let more = try #require(Amount(decimal: amount, unit: .万元))
    try change(name) { cell in
      let sum = Amount(fen: (cell?.value?.amount?.fen ?? 0) + more.fen)
      cell = FormCell(reference: cell?.reference, value: .amount(sum))
    }
  }

  /// Puts a text into a cell.
  mutating func write(_ text: String, in name: String) throws {
    try change(name) { $0 = FormCell(reference: $0?.reference, value: .text(text)) }
  }

  /// Makes a cell one that could not be read.
  mutating func spoil(_ name: String) throws {
    try change(name) { $0 = FormCell(reference: $0?.reference, value: nil, raw: "abc") }
  }

  /// Takes a form out.
  mutating func remove(form: String) { book.forms.removeAll { $0.form == form } }

  /// Takes a column out of a form, as the reading tells it.
  mutating func remove(column path: String, of form: String) throws {
    let path = try #require(LabelPath(text: path))
    let index = try #require(book.forms.firstIndex { $0.form == form })
    for row in book.forms[index].rows.indices { book.forms[index].rows[row].cells[path] = nil }
    book.findings.append(Finding(.columnMissing, form: form, path: path, ["column": "\(path)"]))
  }

  /// Takes the one row of a pattern out of a form.
  mutating func remove(row pattern: String, of form: String) throws {
    let index = try #require(book.forms.firstIndex { $0.form == form })
    let found = book.forms[index].rows.indices.filter { Self.fits(book.forms[index].rows[$0], pattern) }
    try #require(found.count == 1)
    book.forms[index].rows.remove(at: found[0])
  }
}

extension CheckReport {
  /// How a rule came out.
  func result(_ rule: String) throws -> RuleResult { try #require(rules.first { $0.rule == rule }, "no rule \(rule)") }

  /// What a rule found.
  func findings(of rule: String) -> [Finding] { findings.filter { $0.ruleIdentity == rule } }
}
