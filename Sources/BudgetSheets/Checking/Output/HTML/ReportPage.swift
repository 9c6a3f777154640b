/// The page of one report.
struct ReportPage {
  /// One form of the set on the page.
  struct Section {
    let form: FormDefinition
    /// The place of the form in its set, from 1.
    let number: Int
    let data: FormData?
    let table: FormTable?
    let anchors: FormAnchors?
    var findings: [Int] = []
  }

  let report: CheckReport
  let set: FormSet
  let language: Language
  let index: String?
  let page: HTMLPage
  /// The forms of the set that the workbook has, or that something is said about.
  private(set) var sections: [Section] = []
  /// The findings that are about no form.
  private(set) var others: [Int] = []
  /// The anchors that something links to.
  private(set) var targets: Set<String> = []
  /// The findings about each cell.
  private(set) var marks: [String: [Int]] = [:]
  /// The changes that a cause suggests for each cell.
  private(set) var proposals: [String: [(cause: Int, change: Cause.Change)]] = [:]
  /// The causes that explain each finding.
  private(set) var causes: [Int: [Int]] = [:]

  init(report: CheckReport, set: FormSet, language: Language, index: String?) {
    self.report = report
    self.set = set
    self.language = language
    self.index = index
    let words = [report.book.department, ReportText.year(report.book.year).text(in: language)]
    page = HTMLPage(
      language: language,
      title: (words + [ReportText.reportName.text(in: language)]).filter { !$0.isEmpty }.joined(separator: " "))
    for (index, form) in set.forms.enumerated() {
      let data = report.book.form(form.form)
      let table = data.map { FormTable(form, data: $0, book: report.book, set: set) }
      sections.append(
        Section(
          form: form, number: index + 1, data: data, table: table,
          anchors: table.map { FormAnchors($0, index: index + 1) }))
    }
    place()
    sections.removeAll { $0.data == nil && $0.findings.isEmpty }
  }

  /// Finds out what belongs to which form and cell.
  private mutating func place() {
    for (index, finding) in report.findings.enumerated() {
      if let section = section(of: finding.location) {
        sections[section].findings.append(index)
      } else {
        others.append(index)
      }
      if let anchor = anchor(of: finding.location) { marks[anchor, default: []].append(index) }
      for part in (finding.judgement?.left ?? []) + (finding.judgement?.right ?? []) { link(part.place) }
    }
    for figure in report.growth { if let place = figure.place { link(place) } }
    for (index, cause) in report.causes.enumerated() {
      for finding in cause.findings { causes[finding, default: []].append(index) }
      for change in cause.changes {
        guard let anchor = anchor(of: change.place) else { continue }
        proposals[anchor, default: []].append((index, change))
      }
      for change in cause.derived + cause.alternatives.flatMap({ $0.changes + $0.derived }) { link(change.place) }
    }
    targets.formUnion(marks.keys)
    targets.formUnion(proposals.keys)
  }

  private mutating func link(_ place: Place) {
    if let anchor = anchor(of: place) { targets.insert(anchor) }
  }

  /// The form that a place is in, by its number, else by its sheet.
  private func section(of place: Place) -> Int? {
    if let form = place.form { return sections.firstIndex { $0.form.form == form } }
    return place.sheet.flatMap { sheet in sections.firstIndex { $0.data?.sheet == sheet } }
  }

  /// The cell of a drawn form that a place means; the workbook of the year before is not drawn.
  func anchor(of place: Place) -> String? {
    if place.isPrior { return nil }
    return section(of: place).flatMap { sections[$0].anchors?.name(of: place) }
  }

  func say(_ words: ReportText) -> String { words.text(in: language) }

  /// The whole page.
  var text: String {
    page.text(around: [
      header,
      .element(
        "main", [:],
        [verdict, ledger, contents, causeList, growth, findingList, ruleList]),
    ])
  }
}

extension FormTable {
  /// Draws a form of a book.
  init(_ form: FormDefinition, data: FormData, book: Book, set: FormSet) {
    if form.isBlockForm {
      self.init(blocks: form, data: data, book: book, set: set)
    } else {
      self.init(grid: form, data: data, book: book, set: set)
    }
  }
}
