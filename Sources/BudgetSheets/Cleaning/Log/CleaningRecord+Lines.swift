import XlsxPackage

extension CleaningRecord.Line {
  /// The texts of a change.
  init(_ change: CellChange, in language: Language) {
    let place = change.place
    var texts: [CleaningRecord.Column: String] = [
      .sheet: place.sheet ?? "", .cell: place.cell.map { "\($0)" } ?? "", .form: place.form ?? "",
      .row: place.row?.name ?? "", .path: place.path?.description ?? "", .code: change.code.rawValue,
      .repairClass: Cleaner.description(of: change.code).repairClass.name(in: language),
      .reason: change.reason(in: language), .standard: change.standardPlace?.address ?? "",
    ]
    texts[.before] = Self.content(change.before)
    texts[.beforeType] = change.before.kind.name(in: language)
    texts[.beforeFormat] = change.before.format
    texts[.after] = Self.content(change.after)
    texts[.afterType] = change.after.kind.name(in: language)
    texts[.afterFormat] = change.after.format
    self.init(texts: texts.mapValues { Self.visible($0).fittingCell }.filter { !$0.value.isEmpty })
  }

  /// What a line is known by, in whichever language it was written.
  var key: CleaningRecord.LineKey {
    let columns: [CleaningRecord.Column] = [.sheet, .cell, .before, .beforeFormat, .after, .afterFormat, .code]
    return CleaningRecord.LineKey(texts: columns.map { Array((texts[$0] ?? "").utf8) })
  }

  /// What a line says of the cell's content: without white space and formats, which programs write in ways of their own.
  var contentKey: CleaningRecord.LineKey {
    let columns: [CleaningRecord.Column] = [.sheet, .cell, .before, .after, .code]
    return CleaningRecord.LineKey(
      texts: columns.map { column in
        Array(
          String(String.UnicodeScalarView((texts[column] ?? "").unicodeScalars.filter { !$0.properties.isWhitespace }))
            .utf8)
      })
  }

  private static func content(_ state: CellState) -> String {
    guard let formula = state.formula else { return state.text }
    return state.text.isEmpty ? "=" + formula : "=\(formula) → \(state.text)"
  }

  /// A text of nothing but white space between quotation marks, which show that it is there.
  private static func visible(_ text: String) -> String {
    !text.isEmpty && text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? "“\(text)”" : text
  }
}

extension CleaningRecord {
  /// Records without the lines that tell some changes, of each the last one; without those that were put away.
  static func removing(_ changes: [CellChange], from all: [CleaningRecord]) -> [CleaningRecord] {
    let records = all.filter { !$0.isOld }
    var positions: [LineKey: [(record: Int, line: Int)]] = [:]
    for (record, lines) in records.map(\.lines).enumerated() {
      for (index, line) in lines.enumerated() { positions[line.key, default: []].append((record, index)) }
    }
    var gone = records.map { [Bool](repeating: false, count: $0.lines.count) }
    for change in changes.reversed() {
      guard let place = positions[Line(change, in: .chinese).key]?.popLast() else { continue }
      gone[place.record][place.line] = true
    }
    return zip(records, gone).map { $0.without($1) }
  }

  private func without(_ isGone: [Bool]) -> CleaningRecord {
    var record = self
    record.lines = lines.indices.filter { !isGone[$0] }.map { lines[$0] }
    record.sources = []
    for (index, source) in sources.enumerated() {
      let next = index + 1 < sources.count ? sources[index + 1].firstLine : lines.count
      guard source.firstLine < next, isGone[source.firstLine..<next].contains(false) else { continue }
      let first = source.firstLine - isGone[..<source.firstLine].count { $0 }
      record.sources.append(Source(firstLine: first, text: source.text))
    }
    return record
  }
}
