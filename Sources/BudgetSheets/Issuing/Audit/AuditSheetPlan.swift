import XlsxPackage
import XlsxWrite

/// Lays out the sheet 审核: what the forms come to, and one line a rule.
struct AuditSheetPlan {
  private(set) var sheet = SheetPlan(name: IssuedSheet.audit, widths: [20, 6, 50, 12, 12, 11, 9, 15])
  private static let title = "审核：各表的合计与勾稽关系"
  private static let explanation =
    "本表随填随算：每条规则一行，左边与右边应当相符。“不通过”的须更正，级别为“提醒”的更正或说明；“尾差”由四舍五入造成，可以保留；“无法审核”说明有关的格里不是数字，或增加的行过多。点“位置”到第一处不符的格；有关的格变为红色粗体（提醒为黄色粗体）。重新打开后若数字没有更新，请按 F9。"

  init(_ calculation: AuditCalculation) {
    let all = 1...AuditSheet.headings.count
    sheet.put(.text(Self.title), FormStyle.title, rows: 1...1, columns: all)
    sheet.put(.text(Self.explanation), FormStyle.note, rows: 2...2, columns: all)
    let first = AuditSheet.headingRow + 1
    let last = AuditSheet.headingRow + max(calculation.lines.count, 1)
    putSummary(calculation, rows: first...last, all)
    for (index, heading) in AuditSheet.headings.enumerated() {
      sheet.put(.text(heading), FormStyle.heading, row: AuditSheet.headingRow, column: index + 1)
    }
    for (index, line) in calculation.lines.enumerated() {
      put(line, row: first + index, decimals: calculation.set.decimals)
    }
    putOmitted(calculation.omitted, all)
    sheet.repeatedRows = AuditSheet.headingRow...AuditSheet.headingRow
    sheet.scrollingStart = CellReference(row: first, column: 1)
    sheet.selection = CellReference(row: first, column: 1)
    sheet.orientation = .landscape
    sheet.allowsRows = false
    colour(first...last)
    _ = sheet.fitHeights()
    sheet.raise(1, to: 30)
  }

  // MARK: Above the lines

  private mutating func putSummary(_ calculation: AuditCalculation, rows: ClosedRange<Int>, _ all: ClosedRange<Int>) {
    let lines = calculation.lines
    let verdicts = FormulaText.fixed(rows, AuditSheet.verdictColumn...AuditSheet.verdictColumn)
    let levels = FormulaText.fixed(rows, 2...2)
    func count(_ verdict: AuditVerdict) -> String { "COUNTIF(\(verdicts),\"\(verdict.rawValue)\")" }
    let errors =
      "SUMPRODUCT((\(verdicts)=\"\(AuditVerdict.failed.rawValue)\")*(\(levels)=\"\(Self.name(of: .error))\"))"
    let open = count(.open)
    // Verdicts that are errors themselves leave nothing to count.
    let conclusion =
      "IF(\(errors)>0,\"有 \"&\(errors)&\" 条规则不通过，须更正。\",IF(\(open)>0,\"有 \"&\(open)&\" 条规则无法审核，请检查有关的格。\",IF(\(count(.failed))>0,\"有 \"&\(count(.failed))&\" 条提醒，请更正或说明。\",\"没有不通过的规则。\")))"
    sheet.put(
      .formulaOfText(conclusion, result: Self.conclusion(lines)), FormStyle.label(.left, isBold: true), rows: 3...3,
      columns: all)
    let counts = AuditVerdict.allCases.map { "\"\($0.rawValue) \"&\(count($0))" }.joined(separator: "&\"　\"&")
    let stored = AuditVerdict.allCases.map { verdict in
      "\(verdict.rawValue) \(lines.count { $0.storedVerdict == verdict })"
    }
    .joined(separator: "　")
    sheet.put(
      .formulaOfText(counts, result: stored), FormStyle.label(.left), rows: 4...4, columns: all)
    let first =
      "SUMPRODUCT(MIN(ROW(\(verdicts))+1E6*(\(verdicts)<>\"\(AuditVerdict.failed.rawValue)\")))"
    let target = "\"#'\(IssuedSheet.audit)'!A\"&\(first)"
    let rule = "INDEX(\(FormulaText.fixed(1...rows.upperBound, 1...1)),\(first))"
    var whyOpen = "\"\""
    if let reason = calculation.reason {
      let cell = FormulaText.sheet(IssuedSheet.calculation) + FormulaText.fixed(reason.row, reason.column)
      whyOpen =
        "IF(LEFT(\(cell),1)=\"#\",HYPERLINK(\(cell),\"无法审核：到第一个不是数字的格 \"&SUBSTITUTE(SUBSTITUTE(\(cell),\"#\",\"\"),\"'\",\"\")),\(cell)&\"\")"
    }
    sheet.put(
      .formulaOfText(
        "IF(\(count(.failed))=0,\(whyOpen),HYPERLINK(\(target),\"到第一条不通过的规则：\"&\(rule)))",
        result: lines.first { $0.storedVerdict == .failed }.map { "到第一条不通过的规则：\($0.description.rule)" } ?? ""),
      FormStyle.link, rows: 5...5, columns: all)
  }

  /// What the lines come to before anything is filled in.
  private static func conclusion(_ lines: [AuditLine]) -> String {
    let failed = lines.filter { $0.storedVerdict == .failed }
    let errors = failed.count { $0.description.level == .error }
    if errors > 0 { return "有 \(errors) 条规则不通过，须更正。" }
    return failed.isEmpty ? "没有不通过的规则。" : "有 \(failed.count) 条提醒，请更正或说明。"
  }

  private mutating func colour(_ rows: ClosedRange<Int>) {
    func condition(_ verdict: AuditVerdict, _ format: CellFormat) {
      let column = AuditSheet.verdictColumn
      sheet.conditions.append(
        SheetPlan.Condition(
          range: CellRange(
            CellReference(row: rows.lowerBound, column: column), CellReference(row: rows.upperBound, column: column)),
          formula: "=\(FormulaText.cell(rows.lowerBound, column))=\"\(verdict.rawValue)\"", format: format))
    }
    condition(.failed, AuditStyle.wrong)
    condition(.open, AuditStyle.doubtful)
    condition(.rounding, AuditStyle.doubtful)
    condition(.passed, CellFormat(fill: AuditStyle.greenTint))
  }

  // MARK: Lines

  private static func name(of level: Finding.Level) -> String {
    switch level {
    case .error: "错误"
    case .warning: "提醒"
    case .info: "提示"
    }
  }

  private mutating func put(_ line: AuditLine, row: Int, decimals: Int) {
    guard let first = line.blocks.first, let last = line.blocks.last else { return }
    let description = line.description
    let text = [description.meaning, description.text].compactMap(\.self).joined(separator: "\n")
    sheet.put(.text(description.rule), FormStyle.label(.left), row: row, column: 1)
    sheet.put(.text(Self.name(of: description.level)), FormStyle.label(.center), row: row, column: 2)
    sheet.put(.text(text), FormStyle.label(.left), row: row, column: 3)
    let calculation = FormulaText.sheet(IssuedSheet.calculation)
    let rows = first.row...last.row
    func range(_ column: Int) -> String { calculation + FormulaText.fixed(rows, column...column) }
    let verdicts = range(AuditBlock.verdictColumn)
    // Of several, the first that fails is shown.
    let numbers = "ROW(\(verdicts))-\(rows.lowerBound - 1)"
    let shown =
      rows.count == 1
      ? "1" : "SUMPRODUCT(MIN(\(numbers)+1E6*(1-ISNUMBER(\(verdicts)))))"
    let fails = "COUNT(\(verdicts))"
    let amount = FormStyle.amount(decimals: decimals, isInput: false)
    for (column, source) in [(4, AuditBlock.leftColumn), (5, AuditBlock.rightColumn)] {
      let sides = range(source)
      let formula =
        rows.count == 1
        ? "IF(ISERROR(\(sides)),\"\",\(sides))" : "IFERROR(INDEX(\(sides),IF(\(fails)=0,1,\(shown))),\"\")"
      sheet.put(
        line.stored(column: column).map { .formula(formula, result: $0) } ?? .formulaOfText(formula, result: ""),
        amount,
        row: row, column: column)
    }
    let difference = "IF(\(fails)=0,\"\",INDEX(\(verdicts),\(shown)))"
    sheet.put(
      line.storedDifference.map { .formula(difference, result: $0) } ?? .formulaOfText(difference, result: ""), amount,
      row: row, column: 6)
    let isOpen = "SUMPRODUCT(--ISERROR(\(verdicts)))>0"
    let isNone = "COUNTIF(\(verdicts),\"\(AuditBlock.notApplicable)\")=\(rows.count)"
    let isRounding = "COUNTIF(\(verdicts),\"\(AuditBlock.rounding)\")>0"
    let verdict =
      "IF(\(fails)>0,\"\(AuditVerdict.failed.rawValue)\",IF(\(isOpen),\"\(AuditVerdict.open.rawValue)\",IF(\(isNone),\"\(AuditVerdict.notApplicable.rawValue)\",IF(\(isRounding),\"\(AuditVerdict.rounding.rawValue)\",\"\(AuditVerdict.passed.rawValue)\"))))"
    sheet.put(
      .formulaOfText(verdict, result: line.storedVerdict.rawValue), FormStyle.label(.center), row: row,
      column: AuditSheet.verdictColumn)
    let places = range(AuditBlock.placeColumn)
    let place = rows.count == 1 ? places : "INDEX(\(places),IF(\(fails)=0,1,\(shown)))"
    sheet.put(
      .formulaOfText(
        "IFERROR(IF(\(place)=\"\",\"\",HYPERLINK(\(place),SUBSTITUTE(SUBSTITUTE(\(place),\"#\",\"\"),\"'\",\"\"))),\"\")",
        result: line.storedPlace),
      FormStyle.link, row: row, column: 8)
  }

  /// Says below the lines which rules are left to the bureau's check.
  private mutating func putOmitted(_ rules: [RuleDescription], _ all: ClosedRange<Int>) {
    if rules.isEmpty { return }
    sheet.put(
      .text(AuditSheet.note(on: rules.map(\.rule), speaksOfPrior: rules.contains(where: \.speaksOfPrior))),
      FormStyle.note, rows: sheet.lastRow + 1...sheet.lastRow + 1,
      columns: all)
  }
}
