import XlsxPackage

/// Judges single cells of a book: codes against names, indicators, stored digits that are not printed.
struct CellJudge {
  let figures: Figures
  let set: FormSet
  let names: [String: NameIndex]

  /// The names of a dictionary by code.
  struct NameIndex: Sendable {
    /// The names of a code, as printed and as compared.
    var names: [String: [(printed: String, compared: String)]] = [:]
    /// The codes whose entries are not sure.
    var doubtful: Set<String> = []

    init(_ list: CodeList) {
      for entry in list.entries where !entry.code.isEmpty {
        names[entry.code, default: []].append((entry.name, LabelText.normalize(entry.name)))
        if entry.confidence == "low" { doubtful.insert(entry.code) }
      }
    }
  }

  /// What there is to say about the cells of all forms.
  func findings() -> [Finding] {
    var findings = nothingFilledIn()
    for form in figures.forms where form.data != nil {
      for column in CodeNames.columns(of: form.definition, in: set) { findings += judge(column, form) }
      findings += indicators(form)
      findings += unshowable(form)
    }
    for (index, state) in figures.states.prefix(figures.ownCount).enumerated() where state == .read {
      let form = figures.form(of: index)
      guard figures.amounts[index] % form.digit != 0 else { continue }
      findings.append(finer(index, form))
    }
    return findings
  }

  /// Tells of a book without a single amount: each of its sums is zero, so that no rule would say a word.
  private func nothingFilledIn() -> [Finding] {
    let count = figures.forms.count { $0.data != nil }
    guard count > 0, figures.states.prefix(figures.ownCount).allSatisfy({ $0 == .blank }) else { return [] }
    return [Finding(.nothingFilledIn, ["count": "\(count)"])]
  }

  private func finer(_ figure: Int, _ form: FormFigures) -> Finding {
    let amount = Amount(fen: figures.amounts[figure])
    let unit = form.data?.unit ?? set.unit
    var finding = Finding(
      .amountFinerThanPrinted, form: form.definition.form, sheet: form.data?.sheet,
      cell: form.place(figure).cell, path: form.place(figure).path,
      [
        "text": amount.text(in: unit, decimals: set.decimals),
        "value": DecimalNumber(amount.text(in: unit, decimals: 0))?.rounded(at: -set.decimals).text ?? "",
      ])
    finding.row = form.place(figure).row
    return finding
  }

  // MARK: Codes and names

  private func judge(_ column: CodeNames.Column, _ form: FormFigures) -> [Finding] {
    guard let data = form.data, let index = names[column.list] else { return [] }
    let levels = form.definition.panes.flatMap(\.levels).filter(\.kind.isOfClass)
    var findings: [Finding] = []
    for (number, row) in data.rows.enumerated() {
      var columns = column.code
      var hasList = true
      if let level = levels.first(where: { $0.kind == row.kind }) {
        // A class has the first columns of the code. Its own code is only looked for where its level names a dictionary.
        guard level.name == column.name, column.code.starts(with: level.key) else { continue }
        columns = level.key
        hasList = level.list != nil
      } else if row.kind != .detail {
        continue
      }
      let codes = columns.compactMap { row.text($0) }
      guard codes.count == columns.count, let name = row.text(column.name) else { continue }
      let code = codes.joined()
      guard CodeText.isDigits(code) else { continue }
      let known = index.names[code] ?? []
      let compared = LabelText.normalize(name)
      if known.contains(where: { $0.compared == compared }) { continue }
      let place = Place(
        form: form.definition.form, sheet: data.sheet, cell: row.cells[column.name]?.reference,
        row: form.rowName(number), path: column.name)
      let printed = name.filter { !$0.isNewline }
      if known.isEmpty {
        if !hasList { continue }
        findings.append(
          finding(.codeNotListed, place, ["code": code, "name": printed, "list": column.list]))
      } else if !index.doubtful.contains(code) {
        findings.append(
          finding(.nameDiffersFromCode, place, ["code": code, "name": printed, "expected": known[0].printed]))
      }
    }
    return findings
  }

  private func finding(_ code: FindingCode, _ place: Place, _ arguments: [String: String]) -> Finding {
    var finding = Finding(
      code, form: place.form, sheet: place.sheet, cell: place.cell, path: place.path, arguments)
    finding.row = place.row
    return finding
  }

  // MARK: Indicators

  /// A value such as `W30%`: the sign ≤ was read as a letter.
  private func indicators(_ form: FormFigures) -> [Finding] {
    guard let data = form.data else { return [] }
    let columns = FormPaths.leaves(of: form.definition).filter(\.isIndicator)
    var findings: [Finding] = []
    for column in columns {
      for (number, row) in data.rows.enumerated() {
        guard let text = row.text(column.path) else { continue }
        let plain = AmountText.plain(text)
        guard plain.hasPrefix("W"), plain.hasSuffix("%"), CodeText.isDigits(String(plain.dropFirst().dropLast())) else {
          continue
        }
        let place = Place(
          form: form.definition.form, sheet: data.sheet, cell: row.cells[column.path]?.reference,
          row: form.rowName(number), path: column.path)
        findings.append(finding(.indicatorMisread, place, ["text": text, "value": "≤" + plain.dropFirst()]))
      }
    }
    return findings
  }

  // MARK: Characters

  /// Characters that have no agreed shape.
  private func unshowable(_ form: FormFigures) -> [Finding] {
    guard let data = form.data else { return [] }
    var findings: [Finding] = []
    func judge(_ path: LabelPath, _ cell: FormCell, _ row: RowName?) {
      // All of them begin with one of these bytes in UTF-8, and few other characters do.
      guard let text = cell.value?.text, text.utf8.contains(where: { $0 == 0xEE || $0 == 0xEF || $0 >= 0xF3 }) else {
        return
      }
      let count = text.unicodeScalars.count { $0.properties.generalCategory == .privateUse }
      if count == 0 { return }
      let place = Place(
        form: form.definition.form, sheet: data.sheet, cell: cell.reference, row: row, path: path)
      findings.append(finding(.unshowableCharacters, place, ["count": "\(count)"]))
    }
    for (number, row) in data.rows.enumerated() {
      for (path, cell) in row.cells.sorted(by: { $0.key.description < $1.key.description }) {
        judge(path, cell, form.rowName(number))
      }
    }
    for (path, cell) in data.fields.sorted(by: { $0.key.description < $1.key.description }) { judge(path, cell, nil) }
    return findings
  }
}
