import XlsxPackage

/// Panes side by side without headings of their own, as below `项目 | 金额 | 项目 | 金额`: printed labels stand in several
/// columns, each with amounts at its right.
struct PaneSplit {
  /// What each pane is called.
  private(set) var names: [String]
  /// The columns of the sheet in which the panes begin.
  private let starts: [Int]

  /// Finds the panes; nil where there are none, or where they have headings.
  init?(_ band: HeadingBand, rows: [DraftBody.Row], _ vocabulary: DraftVocabulary) {
    let columns = band.columns
    let counts = columns.map { Self.labels(in: $0.column, rows) }
    guard counts.allSatisfy({ $0 != nil }), counts.first.map({ $0 ?? 0 >= 2 }) == true, band.doubled.isEmpty else {
      return nil
    }
    var first: [Int] = []
    for index in columns.indices where (counts[index] ?? 0) >= 2 {
      guard index + 1 < columns.count, counts[index + 1] == 0, index == 0 || counts[index - 1] == 0 else { return nil }
      // A heading that also stands over the neighbour is one of the pane.
      let own = columns[index].cells.first?.reference
      if columns.indices.contains(where: { $0 != index && columns[$0].cells.first?.reference == own }) { return nil }
      first.append(index)
    }
    guard first.count >= 2 else { return nil }
    starts = first.map { columns[$0].column }
    let headings = first.map { DraftText.label(columns[$0].cells.last?.text ?? "") }
    names =
      Self.stems(of: headings) ?? Self.known(starts, rows, vocabulary.paneNames)
      ?? (first.count == 2 ? ["左栏", "右栏"] : first.indices.map { "第\($0 + 1)栏" })
  }

  /// The pane in which a column of the sheet stands.
  func name(of column: Int) -> String { names[max(0, (starts.lastIndex { $0 <= column }) ?? 0)] }

  /// How many printed labels stand in a column; nil where codes do.
  private static func labels(in column: Int, _ rows: [DraftBody.Row]) -> Int? {
    var count = 0
    for row in rows {
      guard let cell = row.cells[column], cell.kind == .text, cell.formula == nil else { continue }
      if CodeText.isDigits(AmountText.plain(cell.text)) { return nil }
      count += 1
    }
    return count
  }

  /// The headings without the word in which all of them end; nil where that leaves nothing, or nothing different.
  private static func stems(of headings: [String]) -> [String]? {
    guard let shortest = headings.map(\.count).min() else { return nil }
    var length = 0
    while length < shortest, Set(headings.map { $0.suffix(length + 1) }).count == 1 { length += 1 }
    let stems = headings.map { String($0.dropLast(length)) }
    return stems.contains("") || Set(stems).count < stems.count ? nil : stems
  }

  /// The names of panes in known forms that the labels of each pane bear, and no other one's.
  private static func known(_ starts: [Int], _ rows: [DraftBody.Row], _ words: [String]) -> [String]? {
    var names: [String] = []
    for start in starts {
      let counts = words.map { word in
        rows.count { row in row.cells[start].map { $0.kind == .text && $0.label.contains(word) } ?? false }
      }
      guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1,
        let index = counts.firstIndex(of: most), !names.contains(words[index])
      else { return nil }
      names.append(words[index])
    }
    return names
  }
}
