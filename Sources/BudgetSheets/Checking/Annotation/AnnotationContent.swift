import XlsxPackage

/// What a report has to say in an annotated copy, before anything is read or written.
struct AnnotationContent {
  /// A cause with its number and what it explains.
  struct NumberedCause {
    var number: Int
    var cause: Cause
    var text: CauseText

    /// The changes that it proposes, with what comments call them.
    var changes: [(key: ListKey, change: Cause.Change)] {
      cause.changes.enumerated().map { (.change(cause: number, $0 + 1), $1) }
    }
  }

  let report: CheckReport
  let set: FormSet
  /// The findings, with the explanations of the last round.
  let findings: [Finding]
  let lines: [FindingLine]
  let causes: [NumberedCause]
  /// Explanations of the last round about what is found no more.
  let obsolete: [Explanation]

  /// - Parameter explanations: What the submitter wrote into the list that the workbook holds.
  init(_ report: CheckReport, set: FormSet, explanations: [Explanation]) {
    self.report = report
    self.set = set
    let all = report.book.explanations + explanations
    findings = report.findings.explained(by: all)
    let (lines, positions) = FindingLine.lines(findings, explanations: all)
    self.lines = lines
    causes = report.causes.enumerated().map { index, cause in
      let numbers = Set(cause.findings.filter(positions.indices.contains).map { lines[positions[$0]].number })
      return NumberedCause(
        number: index + 1, cause: cause, text: CauseText(cause: cause, set: set, lines: numbers.sorted()))
    }
    let subjects = Set(lines.map(\.subject) + findings.map { Explanation(of: $0, text: "") })
    var seen: Set<Explanation> = []
    obsolete = all.filter { !subjects.contains($0.subject) && seen.insert($0).inserted }
  }

  /// The numbers of the causes that explain a line.
  func causes(of line: FindingLine) -> [Int] {
    causes.filter { $0.text.lines.contains(line.number) }.map(\.number)
  }

  /// All places that are told one by one.
  var places: [Place] {
    lines.compactMap { $0.finding?.location } + causes.flatMap(\.changes).map(\.change.place)
  }

  /// The cells to be marked.
  ///
  /// - Parameter locate: Where a place is in the workbook; nil for one that it does not have.
  func marks(locate: (Place) -> SheetAddress?) -> [SheetAddress: CellMark] {
    var marks: [SheetAddress: CellMark] = [:]
    for line in lines {
      guard let finding = line.finding, let place = locate(finding.location) else { continue }
      // The gravest come first.
      marks[place, default: CellMark(kind: LevelMark(line.level))].keys.append(line.key)
      marks[place]?.lines.append(MarkComment.line(line))
    }
    for cause in causes {
      for (key, change) in cause.changes {
        guard let place = locate(change.place) else { continue }
        marks[place, default: CellMark(kind: .proposal)].keys.append(key)
        marks[place]?.lines.append(cause.text.comment(change, key: key))
      }
    }
    return marks
  }
}
