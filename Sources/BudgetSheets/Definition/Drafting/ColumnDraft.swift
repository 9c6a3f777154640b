import XlsxPackage

/// The columns of a blank form: the tree of their headings, what stands in each, and which add up which.
struct ColumnDraft {
  /// One leaf column.
  struct Leaf {
    /// The column of the sheet.
    var column: Int
    var path: LabelPath
    var kind = ColumnDefinition.Kind.text
    var evidence: ColumnEvidence
    /// The columns that add up to it.
    var sum: [LabelPath] = []
    var partOf: LabelPath?
    var list: String?
    var remarks: [DraftQuestion.Topic] = []
    /// What stands beside it without being a question.
    var notes: [String] = []
    /// The heading that is printed once over this column and its neighbours, which hold labels; nil for any other column.
    var wide: LabelPath?

    var isAmount: Bool { kind == .amount }
    var isCode: Bool { DraftVocabulary.Sort(kind) == .code }
  }

  private(set) var leaves: [Leaf] = []
  /// What there is to ask, with the cell.
  private(set) var questions: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []
  let vocabulary: DraftVocabulary
  /// The headings as printed, where they name a year.
  private(set) var printed: [LabelPath: String] = [:]

  init(
    _ sheet: BlankSheet, band: HeadingBand, rows: [DraftBody.Row], _ vocabulary: DraftVocabulary,
    _ lists: inout DraftLists, year: String? = nil
  ) {
    self.vocabulary = vocabulary
    let panes = PaneSplit(band, rows: rows, vocabulary)
    if let panes {
      questions.append(
        (.panesUnheaded(panes.names), CellReference(row: band.rows.lowerBound, column: band.columns[0].column)))
    }
    for column in band.columns {
      add(column, below: panes?.name(of: column.column), sheet, rows, year)
    }
    for column in band.unlabelled where rows.contains(where: { $0.cells[column] != nil }) {
      questions.append((.headingMissing, CellReference(row: band.rows.lowerBound, column: column)))
    }
    setWide(band.doubled, sheet, rows)
    setKinds()
    setSums(sheet, rows)
    setParts()
    setLists(sheet, &lists)
  }

  private mutating func add(
    _ column: HeadingBand.Column, below pane: String?, _ sheet: BlankSheet, _ rows: [DraftBody.Row], _ year: String?
  ) {
    var labels: [String] = pane.map { [$0] } ?? []
    for cell in column.cells {
      let label = DraftText.label(cell.text)
      let own = FrameText.year(in: label)
      var plain = DraftText.withoutYear(label)
      var isOther = false
      if let own, let year, own != year, plain != label {
        // The year before is told as that; of any other one the forms of another year would say nothing.
        guard FrameText.isYear(own, before: year) else {
          questions.append((.yearOther(label), cell.reference))
          return
        }
        plain = FrameText.yearBefore + plain
        isOther = true
      }
      // A merge may hold its label twice.
      if plain.isEmpty { continue }
      labels.append(plain)
      if plain != label, !isOther { printed[LabelPath(labels)] = DraftText.withYear(label) }
    }
    guard !labels.isEmpty else { return }
    let path = LabelPath(labels)
    let isTaken = leaves.contains { $0.path.starts(with: path) || path.starts(with: $0.path) }
    if isTaken {
      questions.append((.columnTwice(path.description), column.cells.last?.reference))
      return
    }
    leaves.append(
      Leaf(
        column: column.column, path: path, evidence: ColumnEvidence(sheet, column: column.column, rows: rows)))
  }

  /// Where labels stand in several columns below one heading, each is a column of its own; of anything else only the first
  /// one is taken.
  private mutating func setWide(_ doubled: [HeadingBand.Column], _ sheet: BlankSheet, _ rows: [DraftBody.Row]) {
    var rest = doubled[...]
    while let first = rest.first, let cell = first.cells.last {
      let group = rest.prefix { $0.cells.last?.reference == cell.reference }
      rest = rest.dropFirst(group.count)
      let index = leaves.lastIndex { $0.column < first.column }
      let columns = group.map(\.column)
      let areLabels = columns.allSatisfy { column in
        rows.count(where: { row in row.texts.contains { $0.reference.column == column } }) >= 2
      }
      guard let index, areLabels, leaves[index].column + 1 == first.column, columns.count <= 3 else {
        questions.append((.headingWide(DraftText.label(cell.text)), cell.reference))
        continue
      }
      let heading = leaves[index].path
      let names = vocabulary.names(ofWide: heading.leaf, count: columns.count + 1)
      let places = [leaves[index].column] + columns
      let wide = zip(places, names).map { column, name in
        Leaf(
          column: column, path: heading.appending(name), kind: .text,
          evidence: ColumnEvidence(sheet, column: column, rows: rows), wide: heading)
      }
      leaves.replaceSubrange(index...index, with: wide)
    }
  }

  // MARK: Kinds

  private mutating func setKinds() {
    var unknown: [Int] = []
    for (index, leaf) in leaves.enumerated() where leaf.wide == nil {
      if let kind = kind(of: leaf) { leaves[index].kind = kind } else { unknown.append(index) }
    }
    // Between amounts a column of unknown kind holds amounts like them.
    let known = leaves.indices.filter { leaves[$0].isAmount }
    for index in unknown {
      let isBetween = known.contains { $0 < index } && known.contains { $0 > index }
      if isBetween { leaves[index].kind = .amount }
      leaves[index].remarks.append(.columnKind(leaves[index].path.description, isAmount: isBetween))
    }
  }

  /// What stands below a heading; nil where nothing says so.
  private func kind(of leaf: Leaf) -> ColumnDefinition.Kind? {
    let evidence = leaf.evidence
    let label = leaf.path.leaf
    if evidence.isAmount { return .amount }
    let known = vocabulary.kind(of: label)
    if let digits = evidence.mostDigits { return .code(digits: digits) }
    if let known {
      // How many digits a code has is another matter in another form, but for one that is a piece of it.
      if case .code = known, label.count > 1 { return .code(digits: nil) }
      return known == .amount && evidence.texts >= 2 ? .text : known
    }
    if vocabulary.isNote(label) || evidence.texts >= 2 && known == nil { return .text }
    if LabelText.statedUnit(in: label) != nil { return .amount }
    if let likely = vocabulary.likely(label) {
      switch likely {
      case .text: return .text
      case .code: return .code(digits: nil)
      case .amount: return .amount
      }
    }
    return evidence.list != nil || evidence.isText ? .text : nil
  }

  /// Takes a column for one of codes of no fixed length, or of some digits.
  mutating func set(digits: Int?, of index: Int) { leaves[index].kind = .code(digits: digits) }

  /// Leaves out a column that is none of the form.
  mutating func leaveOut(_ path: LabelPath) { leaves.removeAll { $0.path == path } }

  /// Makes one heading of labels of what stands below a heading.
  mutating func join(below heading: LabelPath) {
    for index in leaves.indices where leaves[index].path.parent == heading { leaves[index].wide = heading }
  }

  // MARK: Sums

  private mutating func setSums(_ sheet: BlankSheet, _ rows: [DraftBody.Row]) {
    var byColumn: [Int: Int] = [:]
    for (index, leaf) in leaves.enumerated() { byColumn[leaf.column] = index }
    for (index, leaf) in leaves.enumerated() where leaf.isAmount {
      var counts: [Set<Int>: Int] = [:]
      for row in rows {
        guard let cell = row.cells[leaf.column], let formula = cell.formula,
          let ranges = sheet.sums.ranges(of: formula),
          ranges.allSatisfy({ $0.first.row == row.number && $0.last.row == row.number })
        else { continue }
        let parts = Self.columns(of: ranges, byColumn)
        guard let parts, !parts.contains(index) else {
          ask(.formula(formula), index, cell.reference)
          continue
        }
        counts[parts, default: 0] += 1
      }
      if counts.count > 1 { ask(.formulasDiffer(leaf.path.description), index, nil) }
      let best = counts.max { ($0.value, $1.key.sorted().lexical) < ($1.value, $0.key.sorted().lexical) }
      if let best { leaves[index].sum = best.key.sorted().map { leaves[$0].path } }
      if let other = leaf.evidence.otherFormulas.first { note(other.formula, index, other.cell) }
    }
    dropCycle()
  }

  /// The leaf columns that ranges of one row name; nil where one of them is none of amounts.
  private static func columns(of ranges: [CellRange], _ byColumn: [Int: Int]) -> Set<Int>? {
    var parts: Set<Int> = []
    for range in ranges {
      guard range.last.column <= BlankSheet.maximumColumn else { return nil }
      for column in range.first.column...range.last.column {
        guard let part = byColumn[column] else { return nil }
        parts.insert(part)
      }
    }
    return parts
  }

  private mutating func dropCycle() {
    while true {
      var sums: [LabelPath: [LabelPath]] = [:]
      for leaf in leaves where !leaf.sum.isEmpty { sums[leaf.path] = leaf.sum }
      guard let cycle = SumCycle.find(in: sums), let index = leaves.firstIndex(where: { $0.path == cycle.first }) else {
        return
      }
      leaves[index].sum = []
      ask(.formulasDiffer(leaves[index].path.description), index, nil)
    }
  }

  private mutating func note(_ formula: String, _ index: Int, _ cell: CellReference) {
    ask(.formula(formula), index, cell)
  }

  private mutating func ask(_ topic: DraftQuestion.Topic, _ index: Int, _ cell: CellReference?) {
    if leaves[index].remarks.count >= 2 || leaves[index].remarks.contains(topic) { return }
    leaves[index].remarks.append(topic)
    questions.append((topic, cell))
  }

  /// Columns that say 其中 are parts of the one before them, unless a sum adds both.
  private mutating func setParts() {
    for index in leaves.indices.dropFirst() where leaves[index].isAmount && DraftText.isPart(leaves[index].path.leaf) {
      let path = leaves[index].path
      var whole = index - 1
      while whole > 0, leaves[whole].partOf != nil, leaves[whole].path.parent == path.parent { whole -= 1 }
      guard leaves[whole].isAmount, leaves[whole].path.parent == path.parent else { continue }
      if leaves[whole].sum.contains(path) { continue }
      for other in leaves.indices
      where leaves[other].sum.contains(path) && leaves[other].sum.contains(leaves[whole].path) {
        leaves[other].sum = []
        ask(.sumTakesPart(leaves[other].path.description), other, nil)
      }
      leaves[index].partOf = leaves[whole].path
    }
  }

  // MARK: Lists

  private mutating func setLists(_ sheet: BlankSheet, _ lists: inout DraftLists) {
    for index in leaves.indices where !leaves[index].isAmount {
      let label = leaves[index].path.leaf
      var hasDictionary = false
      for other in leaves[index].evidence.otherFormulas.prefix(3) where !hasDictionary {
        guard let list = lists.dictionary(of: other.formula, on: sheet.grid.name, heading: label) else { continue }
        leaves[index].list = list
        leaves[index].kind = .text
        hasDictionary = true
      }
      if !hasDictionary, let other = leaves[index].evidence.otherFormulas.first {
        note(other.formula, index, other.cell)
      }
      guard leaves[index].list == nil, let rule = leaves[index].evidence.list else { continue }
      switch lists.entries(of: rule, on: sheet.grid.name, heading: label) {
      case .texts(let list): leaves[index].list = list
      case .codes(let lengths):
        if case .text = leaves[index].kind {
          leaves[index].kind = .code(digits: lengths.count == 1 ? lengths.first : nil)
        }
      case .none: break
      }
    }
  }
}

extension [Int] {
  /// A text by which sets of columns are put in a fixed order.
  fileprivate var lexical: String { map { "\($0 + 1000)" }.joined(separator: ",") }
}
