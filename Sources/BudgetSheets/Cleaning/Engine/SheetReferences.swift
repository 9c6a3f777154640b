import XlsxPackage

/// The formulas of a workbook by which a sheet that is converted would change what stands in others.
struct SheetReferences {
  /// The sheets that are converted together, with the unit that each states.
  private let converted: [String: MoneyUnit]
  /// The sheets on which some formula depends in a way that conversion would spoil.
  private(set) var needed: Set<String> = []

  init(of work: CleaningWork, converted: [String: MoneyUnit]) {
    self.converted = converted
    for grid in work.grids.values {
      for row in grid.rows {
        for cell in row.cells {
          guard let formula = cell.formula else { continue }
          judge(formula, in: grid.name)
        }
      }
    }
  }

  private mutating func judge(_ formula: String, in sheet: String) {
    let text = FormulaTokens(formula)
    // What a formula without text, a name, a table or a text that becomes a reference may refer to is not known.
    if text.isUnknown {
      needed.formUnion(converted.keys)
      return
    }
    for name in text.sheets {
      guard let target = converted.keys.first(where: { $0.lowercased() == name.lowercased() }), target != sheet else {
        continue
      }
      if let unit = converted[sheet], unit == converted[target], text.isCellOfSheet { continue }
      needed.insert(target)
    }
  }

  /// Whether a formula of a sheet is nothing but a cell of another one that is converted alike.
  func isReferenceToConverted(_ formula: String, in sheet: String) -> Bool {
    let text = FormulaTokens(formula)
    guard text.isCellOfSheet, !text.isUnknown, let name = text.sheets.first,
      let target = converted.keys.first(where: { $0.lowercased() == name.lowercased() })
    else { return false }
    return converted[target] == converted[sheet]
  }
}
