import XlsxPackage
import XlsxWrite

/// A workbook that is planned, sorted and checked once, and written cell by cell with other texts of the department each time.
struct PreparedPlan: Sendable {
  /// What a cell holds.
  private enum Content: Sendable {
    case blank
    case text(PreparedText)
    case number(Double)
    case formula(PreparedFormula, result: Double)
    case formulaOfText(PreparedFormula, result: PreparedText)
    /// A text, or a formula with its text, that holds placeholders.
    case open(SheetPlan.Content)
  }

  private struct Cell: Sendable {
    var reference: CellReference
    /// The last cell of its merged range; itself for a single cell.
    var last: CellReference
    /// The number of its format.
    var format: Int
    var content: Content
  }

  private struct Sheet: Sendable {
    /// All but the cells.
    var plan: SheetPlan
    var cells: [Cell]
  }

  private var formats: [CellFormat] = []
  private var sheets: [Sheet] = []
  private let properties: DocumentProperties
  private let names: [(name: String, formula: String)]
  private let customProperties: [(name: String, text: String)]

  /// Prepares a plan that holds placeholders; nil where one stands beside the cells, where it would not be found.
  init?(_ plan: IssuePlan) {
    properties = plan.properties
    names = plan.names
    customProperties = plan.stamp.properties
    var numbers: [CellFormat: Int] = [:]
    for sheet in plan.sheets {
      if Self.holdsPlaceholders(sheet) { return nil }
      var cells: [Cell] = []
      for (reference, cell) in sheet.orderedCells {
        let format = numbers[cell.format] ?? formats.count
        if format == formats.count {
          formats.append(cell.format)
          numbers[cell.format] = format
        }
        guard let content = try? Self.content(cell.content) else { return nil }
        cells.append(Cell(reference: reference, last: cell.last, format: format, content: content))
      }
      var rest = sheet
      rest.removeCells()
      sheets.append(Sheet(plan: rest, cells: cells))
    }
  }

  private static func content(_ content: SheetPlan.Content) throws(XlsxWriteError) -> Content {
    switch content {
    case .blank: return .blank
    case .number(let number): return .number(number)
    case .text(let text):
      return LayoutRecord.holdsPlaceholder(text) ? .open(content) : .text(try PreparedText(text))
    case .formula(let formula, let result):
      if LayoutRecord.holdsPlaceholder(formula) { return .open(content) }
      return .formula(try PreparedFormula(formula), result: result)
    case .formulaOfNothing(let formula):
      if LayoutRecord.holdsPlaceholder(formula) { return .open(content) }
      return .formulaOfText(try PreparedFormula(formula), result: try PreparedText(""))
    case .formulaOfText(let formula, let result):
      if LayoutRecord.holdsPlaceholder(formula) || LayoutRecord.holdsPlaceholder(result) { return .open(content) }
      return .formulaOfText(try PreparedFormula(formula), result: try PreparedText(result))
    }
  }

  private static func holdsPlaceholders(_ sheet: SheetPlan) -> Bool {
    for rule in sheet.rules {
      let validation = rule.validation
      let texts = [
        validation.inputTitle, validation.inputMessage, validation.errorTitle, validation.errorMessage,
      ]
      for text in texts { if let text, LayoutRecord.holdsPlaceholder(text) { return true } }
      switch validation.rule {
      case .list(let items): for item in items where LayoutRecord.holdsPlaceholder(item) { return true }
      case .listRange(let formula), .custom(let formula): if LayoutRecord.holdsPlaceholder(formula) { return true }
      default: break
      }
    }
    for condition in sheet.conditions where LayoutRecord.holdsPlaceholder(condition.formula) { return true }
    return LayoutRecord.holdsPlaceholder(sheet.name)
  }
}

// MARK: - Writing

extension PreparedPlan {
  /// The properties of the workbook with values in the placeholders' stead.
  func properties(_ values: [String]) -> DocumentProperties {
    var properties = properties
    properties.title = LayoutRecord.fill(properties.title, values)
    return properties
  }

  /// Writes all sheets, with values in the placeholders' stead.
  func write(_ values: [String], to workbook: WorkbookWriter) throws(XlsxWriteError) {
    // Formats are made when the first cell asks for them, so that they stand in the file in the order that they would.
    var prepared = [PreparedFormat?](repeating: nil, count: formats.count)
    for sheet in sheets {
      let writer = try SheetRenderer.begin(sheet.plan, in: workbook)
      for cell in sheet.cells {
        let format: PreparedFormat
        if let known = prepared[cell.format] {
          format = known
        } else {
          format = try workbook.prepare(formats[cell.format])
          prepared[cell.format] = format
        }
        try write(cell, format, values, to: writer)
      }
      try SheetRenderer.finish(sheet.plan, writer)
    }
    for (name, formula) in names {
      try workbook.defineName(name, refersTo: LayoutRecord.fill(formula, values))
    }
    for (name, text) in customProperties {
      try workbook.setCustomProperty(name, to: LayoutRecord.fill(text, values))
    }
  }

  private func write(
    _ cell: Cell, _ format: PreparedFormat, _ values: [String], to sheet: WorksheetWriter
  ) throws(XlsxWriteError) {
    if cell.last != cell.reference {
      try sheet.merge(CellRange(cell.reference, cell.last), text: nil, format: formats[cell.format])
    }
    switch cell.content {
    case .blank: try sheet.writeBlank(at: cell.reference, format: format)
    case .text(let text): try sheet.write(text, at: cell.reference, format: format)
    case .number(let number): try sheet.write(number: number, at: cell.reference, format: format)
    case .formula(let formula, let result):
      try sheet.write(formula, number: result, at: cell.reference, format: format)
    case .formulaOfText(let formula, let result):
      try sheet.write(formula, text: result, at: cell.reference, format: format)
    case .open(let content):
      let filled = SheetPlan.Cell(
        content: content.filled(values), format: formats[cell.format], last: cell.reference)
      try SheetRenderer.write(filled, at: cell.reference, to: sheet)
    }
  }
}

extension SheetPlan.Content {
  /// The content with values in the placeholders' stead.
  fileprivate func filled(_ values: [String]) -> SheetPlan.Content {
    switch self {
    case .blank, .number: self
    case .text(let text): .text(LayoutRecord.fill(text, values))
    case .formula(let formula, let result): .formula(LayoutRecord.fill(formula, values), result: result)
    case .formulaOfNothing(let formula): .formulaOfNothing(LayoutRecord.fill(formula, values))
    case .formulaOfText(let formula, let result):
      .formulaOfText(LayoutRecord.fill(formula, values), result: LayoutRecord.fill(result, values))
    }
  }
}
