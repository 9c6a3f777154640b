import XlsxPackage

/// The sheets by which a workbook judges itself, and what they add to the others.
struct AuditPlan {
  /// The sheet 审核.
  private(set) var audit: SheetPlan
  /// The hidden sheets behind it.
  private(set) var hidden: [SheetPlan]
  /// The conditions that colour the cells of the forms, by form.
  private(set) var conditions: [String: [SheetPlan.Condition]]
  /// The names that they use.
  private(set) var names: [(name: String, formula: String)]

  /// Lays out the sheets.
  ///
  /// - Parameters:
  ///   - set: The form set.
  ///   - rules: Its rules.
  ///   - book: What the forms show before anything is filled in.
  ///   - places: Where the forms' parts stand, by form.
  init(set: FormSet, rules: RuleBook, book: Book, places: [String: FormPlaces]) {
    var texts: [String: [Int: [LabelPath: String]]] = [:]
    for data in book.forms {
      guard let own = places[data.form] else { continue }
      texts[data.form] = Self.texts(of: data, own)
    }
    let calculation = AuditCalculation(set: set, rules: rules, places: places, texts: texts)
    let marks = AuditMarks(calculation)
    audit = AuditSheetPlan(calculation).sheet
    hidden = [marks.plan] + (calculation.hasKeys ? [calculation.keyPlan] : [])
    conditions = marks.conditions
    names = marks.names
  }

  /// The texts of the free rows, by row of the sheet and column.
  private static func texts(of data: FormData, _ places: FormPlaces) -> [Int: [LabelPath: String]] {
    var texts: [Int: [LabelPath: String]] = [:]
    for (row, place) in zip(data.rows, places.levelRows) {
      for path in row.cells.keys { texts[place.row, default: [:]][path] = row.text(path) }
    }
    return texts
  }
}
