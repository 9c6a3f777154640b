internal import XlsxPackage

/// Which cell of a drawn form a place means, by the name of its anchor.
///
/// Names are made of the form's number in the set and the cell's place in the table, never of texts of the workbook.
struct FormAnchors {
  private var byReference: [CellReference: String] = [:]
  private var byRowAndPath: [String: [LabelPath: String]] = [:]
  private var byRow: [String: String] = [:]
  private var byPath: [LabelPath: String] = [:]

  /// Names the cells of a table.
  ///
  /// - Parameter index: The place of the form in its set.
  init(_ table: FormTable, index: Int) {
    for (row, cells) in (table.head + table.body).enumerated() {
      for (column, cell) in cells {
        let name = Self.name(form: index, row: row, column: column)
        for spot in cell.spots { add(spot, name: name) }
      }
    }
  }

  private mutating func add(_ spot: FormTable.Spot, name: String) {
    if let reference = spot.reference, byReference[reference] == nil { byReference[reference] = name }
    if let row = spot.row {
      if let path = spot.path, byRowAndPath[row]?[path] == nil { byRowAndPath[row, default: [:]][path] = name }
      if byRow[row] == nil { byRow[row] = name }
    } else if let path = spot.path, byPath[path] == nil || spot.reference != nil {
      // A field goes before the heading over it that has the same path.
      byPath[path] = name
    }
  }

  /// The name of the cell in a row and a column of the table.
  static func name(form: Int, row: Int, column: Int) -> String { "form-\(form)-r\(row + 1)c\(column + 1)" }

  /// The cell that a place means: its own, else the one in its row and column, else the row, else the heading; nil where
  /// the form as drawn has none of them.
  func name(of place: Place) -> String? {
    if let cell = place.cell, let name = byReference[cell] { return name }
    if let row = place.row?.key, !row.isEmpty {
      if let path = place.path, let name = byRowAndPath[row]?[path] { return name }
      if let name = byRow[row] { return name }
    }
    return place.path.flatMap { byPath[$0] }
  }
}
