import XlsxPackage
import XlsxWrite

/// The dictionaries of an issued workbook on their hidden sheet: codes with their names, and the codes that drop-downs
/// offer, all of them or those that go with what stands in the cells before.
///
/// A code whose digits are few and fixed is a number with a format that shows its zeros, since that is what is stored
/// where somebody types or picks it.
struct IssuedDictionary {
  /// Where the codes of a dictionary come from.
  enum Source: Hashable {
    /// Codes that take several columns, each of some digits; the last of them is offered.
    case codes(list: String, digits: [Int])
    /// Codes that go with others by a table of pairs, each in columns of some digits; the last one is offered.
    case pairs(list: String, first: [Int], second: [Int])
  }

  /// The ranges by which a drop-down offers codes, as names.
  struct Choice: Hashable {
    /// All codes, each once.
    var all: String
    /// What must stand in the cells before for the code in the same row of ``values``; nil where nothing stands before.
    var keys: String?
    /// The codes, those of one key below one another.
    var values: String
  }

  /// The ranges of the codes of a dictionary and of their names, as names.
  struct Names: Hashable {
    var codes: String
    var names: String
  }

  /// The most digits of a code that is kept as a number.
  static let mostDigits = 9

  private(set) var sheet: SheetPlan
  /// The names of the ranges.
  private(set) var ranges: [(name: String, formula: String)] = []
  private var namesByList: [String: Names] = [:]
  private var choices: [Source: Choice] = [:]

  private static let headingRow = 2

  /// Lays out what the forms of a set need.
  init(set: FormSet) {
    sheet = SheetPlan(name: DictionarySheet.sheetName, widths: [])
    sheet.isHidden = true
    sheet.put(.text(DictionarySheet.explanation), FormStyle.line(.left).unwrapped, row: 1, column: 1)
    for form in set.forms {
      let columns = CodeNames.columns(of: form, in: set)
      for column in columns {
        let digits = Self.digits(of: column.code, in: form)
        addNames(column.list, set)
        for last in digits.indices { addCodes(column.list, Array(digits[...last]), set) }
      }
      for pair in IssuedForm.pairs(of: form, in: set) {
        guard let list = columns.first(where: { $0.code == pair.second })?.list else { continue }
        let (first, second) = (Self.digits(of: pair.first, in: form), Self.digits(of: pair.second, in: form))
        for last in second.indices { addPairs(pair.list, first, Array(second[...last]), list, set) }
      }
      for leaf in FormPaths.leaves(of: form) { if let list = leaf.list { addTexts(list, set) } }
    }
  }

  /// Whether there is anything on the sheet.
  var isEmpty: Bool { ranges.isEmpty }

  /// The codes and names of a dictionary.
  func names(of list: String) -> Names? { namesByList[list] }

  /// What a drop-down offers.
  func choice(_ source: Source) -> Choice? { choices[source] }

  /// How many digits the codes of some columns have; 0 where that is not fixed. None where the codes of several columns
  /// cannot be told apart.
  static func digits(of columns: [LabelPath], in form: FormDefinition) -> [Int] {
    let digits = columns.map { path in
      form.leaves.first { $0.path == path }.flatMap(form.fixedDigits) ?? 0
    }
    return digits.count > 1 && digits.contains(0) ? [] : digits
  }

  /// The number format that shows a code of some digits with its zeros, be it a number or a text.
  static func format(digits: Int?) -> String {
    guard let digits, (1...mostDigits).contains(digits) else { return "@" }
    return String(repeating: "0", count: digits) + ";;;@"
  }

  // MARK: What stands on the sheet

  /// Codes with the first name of each; the sums of codes are told by the names of what they sum up.
  private mutating func addNames(_ list: String, _ set: FormSet) {
    guard namesByList[list] == nil, let entries = set.lists[list]?.entries else { return }
    var seen: Set<String> = []
    let named = entries.filter { !$0.code.isEmpty && !$0.name.isEmpty && seen.insert($0.code).inserted }
    if named.isEmpty { return }
    namesByList[list] = Names(
      codes: add(list, named.map { .text($0.code) }, format: "@"), names: add(list, named.map { .text($0.name) }))
  }

  private mutating func addCodes(_ list: String, _ digits: [Int], _ set: FormSet) {
    let source = Source.codes(list: list, digits: digits)
    guard choices[source] == nil, let entries = set.lists[list]?.entries else { return }
    let length = digits.reduce(0, +)
    var rows: Set<Row> = []
    for code in entries.map(\.code) where !code.isEmpty && code.count >= length {
      rows.insert(Self.row(of: code, digits: digits, before: ""))
    }
    choices[source] = choice(rows, list, digits: digits.last ?? 0, all: nil)
  }

  private mutating func addPairs(
    _ list: String, _ first: [Int], _ second: [Int], _ secondList: String, _ set: FormSet
  ) {
    let source = Source.pairs(list: list, first: first, second: second)
    guard choices[source] == nil, !first.isEmpty, !first.contains(0), let pairs = set.pairs[list]?.pairs else { return }
    var rows: Set<Row> = []
    let lengths = (first.reduce(0, +), second.reduce(0, +))
    for pair in pairs where pair.first.count == lengths.0 && pair.second.count >= lengths.1 {
      rows.insert(Self.row(of: pair.second, digits: second, before: pair.first))
    }
    let all = choices[.codes(list: secondList, digits: second)]?.all
    choices[source] = choice(rows, list, digits: second.last ?? 0, all: all)
  }

  /// The names of a dictionary without codes that is too long for a rule.
  private mutating func addTexts(_ list: String, _ set: FormSet) {
    guard let codes = set.lists[list], codes.entries.allSatisfy(\.code.isEmpty), !InputRule.isShort(codes) else {
      return
    }
    let name = DictionarySheet.definedName(of: list)
    if ranges.contains(where: { $0.name == name }) { return }
    _ = add(list, InputRule.names(of: codes).map { .text($0) }, name: name)
  }

  /// A code that is offered, with what must stand before it.
  private struct Row: Hashable {
    var key: String
    var value: String
  }

  private static func row(of code: String, digits: [Int], before: String) -> Row {
    let start = digits.dropLast().reduce(0, +)
    let last = digits.last ?? 0
    let rest = code.dropFirst(start)
    return Row(key: before + code.prefix(start), value: String(last == 0 ? rest : rest.prefix(last)))
  }

  private mutating func choice(_ rows: Set<Row>, _ list: String, digits: Int, all: String?) -> Choice? {
    if rows.isEmpty { return nil }
    let sorted = rows.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    let values = add(list, sorted.map { content($0.value, digits) }, format: Self.format(digits: digits))
    if sorted.allSatisfy(\.key.isEmpty) { return Choice(all: values, keys: nil, values: values) }
    let keys = add(list, sorted.map { .text($0.key) }, format: "@")
    let distinct = Set(sorted.map(\.value)).sorted().map { content($0, digits) }
    return Choice(
      all: all ?? add(list, distinct, format: Self.format(digits: digits)), keys: keys, values: values)
  }

  /// A code as it is stored where somebody picks it.
  private func content(_ code: String, _ digits: Int) -> SheetPlan.Content {
    guard (1...Self.mostDigits).contains(digits), code.count == digits, let number = Int(code) else {
      return .text(code)
    }
    return .number(Double(number))
  }

  /// Adds a column of the sheet.
  ///
  /// - Returns: The name of its range.
  private mutating func add(
    _ list: String, _ contents: [SheetPlan.Content], format: String? = nil, name: String? = nil
  ) -> String {
    let column = sheet.widths.count + 1
    sheet.widths.append(16)
    let name = name ?? DictionarySheet.sheetName + "_\(column)"
    sheet.put(.text(list), FormStyle.heading, row: Self.headingRow, column: column)
    var cell = FormStyle.line(.left).unwrapped
    cell.numberFormat = format
    for (index, content) in contents.enumerated() {
      sheet.put(content, cell, row: Self.headingRow + 1 + index, column: column)
    }
    let first = Self.headingRow + 1
    ranges.append(
      (
        name,
        "=" + FormulaText.sheet(sheet.name)
          + FormulaText.fixed(first...Self.headingRow + contents.count, column...column)
      ))
    return name
  }
}
