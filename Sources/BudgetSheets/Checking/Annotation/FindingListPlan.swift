import XlsxPackage
import XlsxWrite

/// Lays out the sheet that lists the findings.
struct FindingListPlan {
  typealias Column = FindingList.Column

  private let content: AnnotationContent
  /// Where a place is in the workbook; nil for one that it does not have.
  private let locate: (Place) -> SheetAddress?
  /// The cells that were marked, with what their background was before.
  private let fills: [SheetAddress: String]
  /// The cells that could not be marked.
  private let unmarked: Set<SheetAddress>
  private(set) var sheet: SheetPlan
  /// The cells that lead to others.
  private(set) var links: [CellReference: SheetAddress] = [:]
  private var identities: [Int: ListIdentity] = [:]
  private var row = 0
  private var set: FormSet { content.set }

  init(
    _ content: AnnotationContent, name: String, leftovers: [Leftover], fills: [SheetAddress: String],
    unmarked: Set<SheetAddress>, locate: @escaping (Place) -> SheetAddress?
  ) {
    self.content = content
    self.locate = locate
    self.fills = fills
    self.unmarked = unmarked
    sheet = SheetPlan(name: name, widths: [])
    sheet.orientation = .landscape
    sheet.widths = widths
    header()
    causes()
    table()
    leave(leftovers)
    _ = sheet.fitHeights()
    // With other fonts lines are higher, which adds up.
    for (row, height) in sheet.heights where height > 45 { sheet.raise(row, to: height * 1.1) }
    freeze()
    putIdentities()
  }

  private static let visible = 1...FindingList.lastColumn

  /// The widths of the columns, those of amounts wide enough for every amount.
  private var widths: [Double] {
    let judgements = content.findings.compactMap(\.judgement)
    let changes = content.causes.flatMap(\.changes).map(\.change)
    func width(_ amounts: [Amount?]) -> Double {
      amounts.compactMap { $0 }.reduce(9.5) { max($0, TextMeasure.width(printed($1), size: FormStyle.bodySize) + 1.6) }
    }
    return [
      5, 7.5, 6.5, 11, 8, 15, 17, width(judgements.map(\.reported) + changes.map(\.reported)),
      width(judgements.map(\.expected) + changes.map(\.proposed)), width(judgements.map(\.difference)), 42, 26,
    ]
  }

  private func printed(_ amount: Amount) -> String {
    let text = amount.text(in: set.unit, decimals: set.decimals)
    let whole = text.prefix { $0 != "." }.count { $0.isNumber }
    return text + String(repeating: ",", count: max(0, (whole - 1) / 3))
  }

  // MARK: Above the table

  private mutating func header() {
    let book = content.report.book
    line(FindingList.title, FormStyle.title)
    sheet.raise(row, to: 30)
    let facts = [("部门", book.department), ("年度", book.year), ("文件", book.file ?? ""), ("金额单位", set.unit.rawValue)]
    line(facts.filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }.joined(separator: "　　"))
    line(verdict, FormStyle.line(.left).bold)
    let reasons = uncheckedReasons
    if !reasons.isEmpty { line("未能检查的原因：\(reasons.joined(separator: "；"))。") }
    line("请这样做：错误须改正；需说明者请改正，或在黄色的“说明”栏填写原因；改正后将本工作簿交回。所涉单元格已着色并加批注，点“单元格”一栏可以到达。")
  }

  private var verdict: String {
    func count(_ level: Finding.Level) -> Int { content.findings.count { $0.level == level } }
    let explained = content.findings.count { $0.level == .warning && $0.explanation != nil }
    var warnings = "需说明 \(count(.warning)) 条"
    if explained > 0 { warnings += "（已说明 \(explained) 条）" }
    let ledger = content.report.ledger
    var text = "错误 \(count(.error)) 条，\(warnings)，提示 \(count(.info)) 条。"
    if ledger.due > 0 {
      text +=
        "　规则：应检 \(ledger.due) · 通过 \(ledger.passed) · 不通过 \(ledger.failed) · 不适用 \(ledger.notApplicable)"
        + " · 未能检查 \(ledger.notChecked)"
    }
    return text
  }

  private var uncheckedReasons: [String] {
    var reasons: [String] = []
    for result in content.report.rules where result.ledger.notChecked > 0 {
      for reason in result.reasons {
        if case .condition = reason { continue }
        let text = reason.text(in: .chinese)
        if !reasons.contains(text) { reasons.append(text) }
      }
    }
    return reasons
  }

  private mutating func causes() {
    if content.causes.isEmpty { return }
    line("最可能的原因（只是推测，请核实后再改）", FormStyle.line(.left).bold)
    row += 1
    identities[row] = ListIdentity(.remark)
    let headings: [(String, ClosedRange<Int>)] = [
      ("原因", 1...3), ("表", 4...4), ("单元格", 5...5), ("行", 6...6), ("栏目", 7...7), ("填报", 8...8), ("可能应为", 9...9),
      ("相差", 10...10), ("依据", 11...12),
    ]
    for (text, columns) in headings {
      sheet.put(.text(text), FormStyle.heading, rows: row...row, columns: columns)
    }
    for cause in content.causes { put(cause) }
    if content.report.causesAreIncomplete { line("未及试尽所有可能，以上原因可能不全。") }
  }

  private mutating func put(_ cause: AnnotationContent.NumberedCause) {
    let changes = cause.changes
    if changes.isEmpty {
      row += 1
      identities[row] = ListIdentity(.remark)
      sheet.put(.text("原因\(cause.number)"), FormStyle.label(.center), rows: row...row, columns: 1...3)
      sheet.put(
        .text(cause.text.text), Self.sentences, rows: row...row, columns: 4...FindingList.lastColumn)
      return
    }
    let rows = row + 1...row + changes.count
    for (key, change) in changes {
      row += 1
      let place = locate(change.place)
      if case .change(let cause, let number) = key {
        identities[row] = ListIdentity(.change(cause: cause, number), mark: mark(at: place))
      }
      sheet.put(
        .text(key.text), FormStyle.label(.center).filled(LevelMark.proposal.color), rows: row...row, columns: 1...3)
      put(change.place, leadingTo: place)
      if change.reported == nil {
        let text = change.reportedText(in: set, language: .chinese, mechanism: cause.cause.mechanism)
        put(.text(text), FormStyle.label(.right), .reported)
      } else {
        put(change.reported, .reported)
      }
      if change.proposed == nil {
        put(.text(change.proposedText(in: set, language: .chinese)), FormStyle.label(.right), .expected)
      } else {
        put(change.proposed, .expected)
      }
      put(Self.difference(change), .difference)
    }
    sheet.put(.text(cause.text.text), Self.sentences, rows: rows, columns: 11...FindingList.lastColumn)
  }

  private static func difference(_ change: Cause.Change) -> Amount? {
    let (difference, overflow) = (change.reported?.fen ?? 0).subtractingReportingOverflow(change.proposed?.fen ?? 0)
    return overflow ? nil : Amount(fen: difference)
  }

  // MARK: The table

  private mutating func table() {
    row += 1
    sheet.repeatedRows = row...row
    for column in Column.allCases {
      // The last one stands in the hidden column.
      let format = column == .identity ? FormStyle.heading.unwrapped : FormStyle.heading
      sheet.put(.text(column.rawValue), format, row: row, column: column.index)
    }
    sheet.raise(row, to: 24)
    for line in content.lines { put(line) }
    if content.lines.isEmpty { line("未发现问题。", FormStyle.label(.left)) }
  }

  private mutating func put(_ line: FindingLine) {
    row += 1
    let place = line.finding.flatMap { locate($0.location) }
    identities[row] = ListIdentity(.finding(line.number, line.subject), mark: mark(at: place))
    let level = LevelMark(line.level)
    let isExplained = line.level == .warning && line.explanation != nil
    put(.number(Double(line.number)), FormStyle.label(.center), .number)
    put(
      .text(level.name + (isExplained ? "\n（已说明）" : "")), FormStyle.label(.center).filled(level.color), .level)
    put(.text(line.code), FormStyle.label(.center), .code)
    let causes = content.causes(of: line)
    var message = line.message
    if !causes.isEmpty { message += "（见" + causes.map { "原因\($0)" }.joined(separator: "、") + "）" }
    if let finding = line.finding {
      put(finding.location, leadingTo: place)
      if let judgement = finding.judgement, judgement.reported == nil {
        put(.text(ReportText.notReported.text(in: .chinese)), FormStyle.label(.right), .reported)
      } else {
        put(finding.judgement?.reported, .reported)
      }
      put(finding.judgement?.expected, .expected)
      put(finding.judgement?.difference, .difference)
      if let place, unmarked.contains(place) { message += "（该单元格未能着色或加批注。）" }
      put(.text(message.fittingCell), Self.sentences, .message)
    } else {
      // Many places take much room, and none of the columns says anything of all of them.
      sheet.put(
        .text(message.fittingCell), Self.sentences, rows: row...row, columns: Column.sheet.index...Column.message.index)
    }
    let explanation = line.explanation?.fittingCell ?? ""
    put(explanation, of: line.level)
  }

  /// What the submitter wrote, or the place for it: only a warning asks for it, but it may stand beside anything.
  private mutating func put(_ explanation: String, of level: Finding.Level) {
    var format = FormStyle.text(.left, isLong: explanation.utf16.count > 250)
    if explanation.isEmpty, level != .warning {
      format.fill = nil
      format.font.color = Self.quietColor
      put(level == .error ? .text(FindingList.toCorrect) : .blank, format, .explanation)
    } else {
      put(explanation.isEmpty ? .blank : .text(explanation), format, .explanation)
    }
  }

  private func mark(at place: SheetAddress?) -> ListIdentity.Mark? {
    place.flatMap { place in fills[place].map { ListIdentity.Mark(place: place, fill: $0) } }
  }

  private mutating func put(_ place: Place, leadingTo target: SheetAddress?) {
    put(.text(place.sheet ?? place.form ?? ""), FormStyle.label(.left), .sheet)
    put(.text(place.row?.name.fittingCell ?? ""), FormStyle.label(.left), .row)
    put(.text(place.path?.description.fittingCell ?? ""), FormStyle.label(.left), .path)
    let cell = place.cell.map { "\($0)" } ?? ""
    var format = FormStyle.label(.center)
    if let target, !cell.isEmpty {
      links[CellReference(row: row, column: Column.cell.index)] = target
      format.font.color = Self.linkColor
    }
    put(.text(cell), format, .cell)
  }

  /// A little off the line to the left, beside which figures end.
  private static let sentences = FormStyle.label(.left, indent: 1)
  private static let quietColor = Color(0x7F7F7F)
  private static let linkColor = Color(0x0563C1)

  private mutating func put(_ amount: Amount?, _ column: Column) {
    guard let amount else { return put(.blank, FormStyle.blank, column) }
    let text = amount.text(in: set.unit, decimals: set.decimals)
    let digits = text.count { $0.isNumber }
    let decimals = text.firstIndex(of: ".").map { text[text.index(after: $0)...].count } ?? 0
    let format = FormStyle.amount(decimals: decimals, isInput: false)
    // A number of more than 15 digits would not be kept.
    put(digits <= 15 ? .number(amount.double(in: set.unit)) : .text(text), format, column)
  }

  private mutating func put(_ content: SheetPlan.Content, _ format: CellFormat, _ column: Column) {
    let isBlank = content.text?.isEmpty ?? false
    sheet.put(isBlank ? .blank : content, format, row: row, column: column.index)
  }

  // MARK: Below the table

  private mutating func leave(_ leftovers: [Leftover]) {
    if leftovers.isEmpty { return }
    line("以下文字是上次填写的，本次没有与之对应的问题，照录供查：", FormStyle.line(.left).bold)
    for leftover in leftovers {
      row += 1
      identities[row] = ListIdentity(.remark)
      sheet.put(.text(leftover.subject.fittingCell), FormStyle.label(.left), rows: row...row, columns: 1...7)
      sheet.put(
        .text(leftover.text.fittingCell), FormStyle.label(.left), rows: row...row, columns: 8...FindingList.lastColumn)
    }
  }

  /// A line over all columns.
  private mutating func line(_ text: String, _ format: CellFormat = FormStyle.line(.left)) {
    row += 1
    identities[row] = ListIdentity(.remark)
    sheet.put(.text(text.fittingCell), format, rows: row...row, columns: Self.visible)
  }

  // MARK: The sheet as a whole

  /// The height in points up to which what stands above the table is kept in sight.
  private static let mostFrozen = 300.0

  private mutating func freeze() {
    guard let heading = sheet.repeatedRows?.lowerBound else { return }
    let height = (1...heading).reduce(0) { $0 + (sheet.heights[$1] ?? 0) }
    if height <= Self.mostFrozen { sheet.scrollingStart = CellReference(row: heading + 1, column: 1) }
  }

  private mutating func putIdentities() {
    for (row, identity) in identities {
      let text = identity.text
      // What no cell holds is left out: an explanation is then not known again, which is told.
      if text.utf16.count > String.longestInCell { continue }
      sheet.put(.text(text), FormStyle.line(.left).unwrapped, row: row, column: Column.identity.index)
    }
  }
}
