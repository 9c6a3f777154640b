import XlsxPackage

/// The printed rows of a blank form below some of its columns.
struct FixedRowDraft {
  /// A row as the sheet prints it.
  private struct Line {
    var number: Int
    var label: String
    var cell: CellReference
    /// The lines that add up to it.
    var sum: [Int] = []
    /// The line below which it stands.
    var parent: Int?
    /// The line of which it is a part.
    var whole: Int?
    var remarks: [DraftQuestion.Topic] = []
    var isLeftOut = false
    /// Whether it is printed beside the rows below it, and no row itself.
    var isHeading = false
  }

  private(set) var questions: [(topic: DraftQuestion.Topic, cell: CellReference?)] = []
  private var lines: [Line] = []
  private let amounts: [Int]

  private static let mostRows = 500

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - labels: The column of the labels; where labels are two columns wide, both.
  ///   - amounts: The columns of amounts.
  ///   - sums: What formulas add up.
  init(_ rows: [DraftBody.Row], labels: [Int], amounts: [Int], _ sums: SumMemory) {
    self.amounts = amounts
    var heading: Int?
    for row in rows where lines.count < Self.mostRows {
      var texts: [(label: String, cell: CellReference)?] = []
      for column in labels {
        guard let cell = row.cells[column], cell.kind == .text, cell.formula == nil else {
          texts.append(nil)
          continue
        }
        let label = DraftText.label(cell.text)
        texts.append(label.isEmpty ? nil : (label, cell.reference))
      }
      guard let last = texts.lastIndex(where: { $0 != nil }), let text = texts[last] else { continue }
      if last > 0, let outer = texts[0] {
        heading = lines.count
        lines.append(Line(number: row.number, label: outer.label, cell: outer.cell, isHeading: true))
      } else if last == 0 {
        heading = nil
      }
      lines.append(Line(number: row.number, label: text.label, cell: text.cell, parent: heading))
    }
    setSums(rows, sums)
    if labels.count == 1 {
      nest()
      setParts()
    }
    separateEqualLabels()
  }

  /// The row of the sheet of each line, in order.
  var numbers: [Int] { lines.map(\.number) }

  /// The places of which the draft makes sums.
  var summed: Set<CellReference> {
    var places: Set<CellReference> = []
    for line in lines where !line.isLeftOut && !line.sum.isEmpty {
      for column in amounts { places.insert(CellReference(row: line.number, column: column)) }
    }
    return places
  }

  // MARK: Sums

  private mutating func setSums(_ rows: [DraftBody.Row], _ sums: SumMemory) {
    let byNumber = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var shapes: Set<String> = []
    for index in lines.indices where !lines[index].isHeading {
      guard let row = byNumber[lines[index].number] else { continue }
      var found: [[Int]] = []
      for column in amounts {
        guard let cell = row.cells[column], let formula = cell.formula, !formula.isEmpty else { continue }
        guard let ranges = sums.ranges(of: formula) else {
          // What stands in every row alike is asked of its column.
          let shape = "\(column) " + FormulaShape.text(of: formula, at: cell.reference)
          if FormulaShape.isOfOneRow(shape) || !shapes.insert(shape).inserted { continue }
          ask(.formula(formula), index, cell.reference)
          continue
        }
        if ranges.allSatisfy({ $0.first.row == row.number && $0.last.row == row.number }) { continue }
        guard ranges.allSatisfy({ $0.first.column == column && $0.last.column == column }) else {
          ask(.formula(formula), index, cell.reference)
          continue
        }
        let parts = lines.indices.filter { part in
          !lines[part].isHeading && ranges.contains { ($0.first.row...$0.last.row).contains(lines[part].number) }
        }
        if parts.isEmpty || parts.contains(index) {
          ask(.formula(formula), index, cell.reference)
        } else if !found.contains(parts) {
          found.append(parts)
        }
      }
      if found.count > 1 { ask(.formulasDiffer(lines[index].label), index, lines[index].cell) }
      lines[index].sum = found.first ?? []
    }
    dropCycle()
  }

  private mutating func dropCycle() {
    // A sum that comes back to itself adds nothing up.
    var state = [Int](repeating: 0, count: lines.count)
    func visit(_ index: Int, _ lines: inout [Line]) {
      state[index] = 1
      for part in lines[index].sum {
        if state[part] == 1 {
          lines[index].sum = []
          lines[index].remarks.append(.formulasDiffer(lines[index].label))
          break
        }
        if state[part] == 0 { visit(part, &lines) }
      }
      state[index] = 2
    }
    for index in lines.indices where state[index] == 0 { visit(index, &lines) }
  }

  private mutating func ask(_ topic: DraftQuestion.Topic, _ index: Int, _ cell: CellReference?) {
    if lines[index].remarks.count >= 2 || lines[index].remarks.contains(topic) { return }
    lines[index].remarks.append(topic)
    questions.append((topic, cell))
  }

  // MARK: Nesting

  /// The style of a line's number, that of a part without what says so.
  private func numbering(_ index: Int) -> DraftText.Numbering {
    DraftText.Numbering(DraftText.withoutPart(lines[index].label))
  }

  /// Puts the rows that follow a numbered one, and that it adds up, below it where their numbers are of a further kind.
  private mutating func nest() {
    for index in lines.indices {
      let sum = lines[index].sum
      let own = numbering(index)
      guard own != .none, let last = sum.last, sum.allSatisfy({ $0 > index && numbering($0) > own }) else { continue }
      // Nothing but parts may stand between.
      let isWhole = (index + 1...last).allSatisfy {
        sum.contains($0) || DraftText.isPart(lines[$0].label) || isBelow($0, sum)
      }
      if isWhole { for part in sum where lines[part].parent == nil { lines[part].parent = index } }
    }
  }

  /// Whether a line is added up by one of some lines.
  private func isBelow(_ index: Int, _ others: [Int]) -> Bool {
    others.contains { lines[$0].sum.contains(index) }
  }

  /// Lines that say 其中 are parts of the one before, unless that one adds them up.
  private mutating func setParts() {
    for index in lines.indices.dropFirst() where lines[index].parent == nil {
      let isFurther =
        lines[index - 1].whole != nil && numbering(index) != .none && numbering(index) == numbering(index - 1)
        && lines[index - 1].whole.map { numbering($0) < numbering(index) } == true
      guard DraftText.isPart(lines[index].label) || isFurther else { continue }
      var whole = index - 1
      while whole > 0, lines[whole].whole != nil { whole -= 1 }
      if lines[whole].whole != nil { continue }
      let isAdded = lines.contains { $0.sum.contains(index) && $0.sum.contains(whole) }
      if isAdded {
        for other in lines.indices where lines[other].sum.contains(index) && lines[other].sum.contains(whole) {
          lines[other].sum = []
          ask(.sumTakesPart(lines[other].label), other, lines[other].cell)
        }
      }
      lines[index].whole = whole
    }
  }

  /// Rows of one label are told apart by what they stand below.
  private mutating func separateEqualLabels() {
    func path(_ index: Int) -> String {
      var labels: [String] = []
      var next: Int? = index
      while let line = next, labels.count < 20 {
        labels.append(lines[line].label)
        next = lines[line].whole ?? lines[line].parent
      }
      return labels.joined(separator: "\n")
    }
    for isSecondTry in [false, true] {
      var counts: [String: [Int]] = [:]
      for index in lines.indices where !lines[index].isLeftOut { counts[path(index), default: []].append(index) }
      for group in counts.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
        for index in isSecondTry ? Array(group.dropFirst()) : group {
          if isSecondTry {
            lines[index].isLeftOut = true
            questions.append((.rowTwice(lines[index].label), lines[index].cell))
          } else if lines[index].whole == nil, lines[index].parent == nil,
            let parent = lines.indices.last(where: {
              $0 < index && numbering($0) != .none && numbering($0) < numbering(index)
                && !DraftText.isPart(lines[$0].label)
            })
          {
            lines[index].parent = parent
            ask(.rowNested(lines[index].label), index, lines[index].cell)
          }
        }
      }
    }
    dropLeftOut()
  }

  private mutating func dropLeftOut() {
    let gone = Set(lines.indices.filter { lines[$0].isLeftOut })
    if gone.isEmpty { return }
    for index in lines.indices {
      if lines[index].sum.contains(where: gone.contains) { lines[index].sum = [] }
      if let parent = lines[index].parent, gone.contains(parent) { lines[index].isLeftOut = true }
      if let whole = lines[index].whole, gone.contains(whole) { lines[index].isLeftOut = true }
    }
  }

  // MARK: Rows

  /// The rows as a definition holds them.
  ///
  /// - Parameter closing: The first row of the sheet whose rows close the pane.
  func rows(closingFrom closing: Int? = nil) -> [FormDraft.Row] {
    var paths: [Int: LabelPath] = [:]
    for index in lines.indices where !lines[index].isLeftOut {
      // A part stands below its whole, whatever row it is printed after.
      let above = lines[index].whole ?? lines[index].parent
      paths[index] = (above.flatMap { paths[$0] } ?? LabelPath([])).appending(lines[index].label)
    }
    var targets: [ReferenceResolver.Target] = []
    for index in lines.indices {
      guard let path = paths[index], !lines[index].isHeading else { continue }
      targets.append(.init(path: path, isAddable: true, isPart: lines[index].whole != nil))
    }
    let writer = ReferenceWriter(targets)
    return rows(below: nil, paths, writer, closing)
  }

  private func rows(
    below parent: Int?, _ paths: [Int: LabelPath], _ writer: ReferenceWriter, _ closing: Int?
  ) -> [FormDraft.Row] {
    var rows: [FormDraft.Row] = []
    for index in lines.indices where !lines[index].isLeftOut && place(of: index) == parent {
      let line = lines[index]
      guard let path = paths[index] else { continue }
      var row = FormDraft.Row(label: line.label)
      row.remarks = line.remarks.map { "请核对：" + $0.sentence.chinese }
      if !line.sum.isEmpty {
        var parts: [LabelPath] = []
        for part in line.sum { if let path = paths[part] { parts.append(path) } }
        if let texts = writer.references(to: parts, from: path) {
          row.sum = texts
        } else {
          row.remarks.append("请核对：合计项 \(line.sum.map { lines[$0].label }.joined(separator: "、"))")
        }
      }
      row.partOf = line.whole.map { lines[$0].label }
      row.isClosing = closing.map { line.number >= $0 } ?? false
      row.rows = self.rows(below: index, paths, writer, closing)
      rows.append(row)
    }
    return rows
  }

  /// The line among whose rows a line is written: that of its parent; a part beside its whole.
  private func place(of index: Int) -> Int? {
    if let whole = lines[index].whole { return lines[whole].parent }
    return lines[index].parent
  }
}
