/// What goes with the sheets that are taken out of a workbook, and nothing may refer to.
struct SheetRemovals {
  /// The sheets by their names in lower case.
  private var sheets: [ExactText: String] = [:]
  /// The places of the sheets among all of the file, for formulas over all sheets between two.
  private var places: [(place: Int, name: String)] = []
  /// The tables by their names in lower case.
  private var tables: [ExactText: String] = [:]
  /// The numbers by which slicers know sheets (`tabId`) and tables (`tableId`).
  private(set) var sheetNumbers: Set<String> = []
  private(set) var tableNumbers: Set<String> = []

  var isEmpty: Bool { sheets.isEmpty && tables.isEmpty }

  var hasTables: Bool { !tables.isEmpty }

  mutating func add(sheet name: String, place: Int? = nil, number: String? = nil) {
    sheets[ExactText(name.lowercased())] = name
    if let place { places.append((place, name)) }
    if let number { sheetNumbers.insert(number) }
  }

  mutating func add(table name: String, number: String?) {
    tables[ExactText(name.lowercased())] = name
    if let number { tableNumbers.insert(number) }
  }

  /// Takes over the tables of others.
  mutating func addTables(of other: SheetRemovals) { tables.merge(other.tables) { first, _ in first } }

  /// The sheet of a name as messages call it; nil for one that stays.
  func sheet(_ name: String) -> String? {
    sheets[ExactText(name.lowercased())].map { "the sheet \"\($0)\"" }
  }

  /// A sheet that stands between two places.
  func sheet(between first: Int, and last: Int) -> String? {
    places.first { min(first, last) < $0.place && $0.place < max(first, last) }.map { "the sheet \"\($0.name)\"" }
  }

  /// The table of a name as messages call it; nil for one that stays.
  func table(_ name: String) -> String? {
    tables[ExactText(name.lowercased())].map { "the table \"\($0)\"" }
  }
}
