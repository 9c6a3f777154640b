import XlsxPackage

/// Drafts the forms of a workbook one by one, and then what they share.
struct FormSetDrafter {
  let name: String
  /// The unit of the amounts, where it was given.
  private let unit: MoneyUnit?
  private(set) var files: [String: String] = [:]
  private(set) var questions: [DraftQuestion] = []
  private(set) var otherSheets: [String] = []
  private var drafts: [SheetDraft] = []
  private var lists: DraftLists
  private let vocabulary: DraftVocabulary

  /// The most forms of one set.
  private static let mostForms = 99

  /// Whether no sheet looks like a form.
  var isEmpty: Bool { drafts.isEmpty }

  /// Whether anything says in what unit the amounts are.
  var hasUnit: Bool { unit != nil || drafts.contains { $0.unit != nil } }

  init(_ workbook: BlankWorkbook, name: String, sets: [FormSet], unit: MoneyUnit?) {
    self.name = name
    self.unit = unit
    vocabulary = DraftVocabulary(sets: sets)
    lists = DraftLists(
      grids: workbook.grids, names: workbook.names, forms: Set(workbook.sheets.map(\.grid.name)))
    for sheet in workbook.sheets {
      if drafts.count < Self.mostForms, let draft = SheetDraft(sheet, vocabulary, &lists) {
        drafts.append(draft)
      } else {
        otherSheets.append(sheet.grid.name)
      }
    }
    number()
    addOpenLevels()
    share()
  }

  // MARK: Numbers

  /// Numbers the forms as their codes or sheets do, else in the order of the sheets.
  private mutating func number() {
    var taken: Set<String> = []
    for index in drafts.indices {
      let form = drafts[index].form
      let sheet = form.sheet.contains { $0.isASCII && $0.isLetter } ? nil : DraftFrame.number(in: form.sheet)
      guard let number = form.code.map({ DraftFrame.number(in: $0) }) ?? sheet, taken.insert(number).inserted else {
        continue
      }
      drafts[index].set(number: number)
    }
    var next = 1
    for index in drafts.indices where drafts[index].form.number.isEmpty {
      func text(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      while taken.contains(text(next)) { next += 1 }
      taken.insert(text(next))
      drafts[index].set(number: text(next))
    }
    drafts.sort {
      $0.form.number.count == $1.form.number.count
        ? $0.form.number < $1.form.number : $0.form.number.count < $1.form.number.count
    }
  }

  // MARK: Levels

  /// Lets forms have rows of departments and units that other forms of the workbook show.
  private mutating func addOpenLevels() {
    var digits: [RowKind: Set<Int>] = [:]
    for draft in drafts {
      guard case .levels(_, let levels) = draft.form.body else { continue }
      for level in levels where !level.isOptional {
        if let count = level.digits, level.kind != .detail { digits[level.kind, default: []].insert(count) }
      }
    }
    for index in drafts.indices { drafts[index].addOpenLevels(digits) }
  }

  /// Lets forms of one shape share its definition.
  private mutating func share() {
    var first: [String: Int] = [:]
    for index in drafts.indices { drafts[index].clearLike() }
    for index in drafts.indices {
      guard let other = first[drafts[index].form.shapeText] else {
        first[drafts[index].form.shapeText] = index
        continue
      }
      drafts[index].set(like: drafts[other])
    }
  }

  // MARK: Files

  /// Writes the files, makes sure that they are a form set, and reads the workbook with it.
  mutating func write(_ workbook: BlankWorkbook, file: String) throws(FormSetDraftError) {
    while true {
      let settings = writeFiles()
      do {
        let set = try FormSetReader(name: name, text: { [files] in files[$0] }).read()
        readBack(workbook, set, file)
        _ = writeFiles()
        questions += settings.questions + drafts.flatMap(\.questions)
        if lists.isCut { questions.append(DraftQuestion(form: "", sheet: "", cell: nil, topic: .tooMuch)) }
        return
      } catch {
        try leaveOut(error)
      }
    }
  }

  private mutating func writeFiles() -> (unit: MoneyUnit, questions: [DraftQuestion]) {
    files = [:]
    for draft in drafts { files[draft.form.number + ".yaml"] = draft.form.yaml }
    for (index, list) in lists.lists.enumerated() where !list.list.isShort {
      files[Self.file(ofList: index)] = DraftLists.csv(list.list)
    }
    let settings = settings()
    files["set.yaml"] =
      SetFile(
        name: name, drafts: drafts, lists: lists, labels: vocabulary.labels, unit: settings.unit,
        questions: settings.questions
      ).yaml
    return settings
  }

  /// Asks of what the finished draft does not read of the workbook.
  private mutating func readBack(_ workbook: BlankWorkbook, _ set: FormSet, _ file: String) {
    var sheets: [String: String] = [:]
    for draft in drafts { sheets[draft.form.sheet] = draft.form.number }
    for question in SourceReading(workbook, set: set, sheets: sheets, file: file).questions {
      if let index = drafts.firstIndex(where: { $0.form.number == question.form }) {
        // What stands below a further form is asked of as a whole.
        if drafts[index].questions.contains(where: { $0.topic == .severalForms }) { continue }
        drafts[index].add(question)
      } else {
        questions.append(question)
      }
    }
  }

  /// Leaves a form out whose definition is wrong.
  private mutating func leaveOut(_ error: DefinitionError) throws(FormSetDraftError) {
    guard drafts.count > 1, let index = drafts.firstIndex(where: { error.file == "\(name)/\($0.form.number).yaml" })
    else {
      throw .unusable(error)
    }
    let form = drafts.remove(at: index).form
    otherSheets.append(form.sheet)
    // What had its shape has one of its own again.
    share()
    questions.append(DraftQuestion(form: form.number, sheet: form.sheet, cell: nil, topic: .formLeftOut(error)))
  }

  /// The file of a dictionary.
  static func file(ofList index: Int) -> String { "list-" + (index < 9 ? "0" : "") + "\(index + 1).csv" }

  /// The unit of the set, and what there is to ask of it as a whole.
  private func settings() -> (unit: MoneyUnit, questions: [DraftQuestion]) {
    var topics: [DraftQuestion.Topic] = []
    var counts: [MoneyUnit: Int] = [:]
    for draft in drafts { if let unit = draft.unit { counts[unit, default: 0] += 1 } }
    let best = counts.max { ($0.value, $1.key.fen) < ($1.value, $0.key.fen) }?.key
    if counts.count > 1 { topics.append(.unitsDiffer(counts.keys.map(\.rawValue).sorted())) }
    if drafts.allSatisfy({ $0.year == nil }) { topics.append(.yearMissing) }
    return (unit ?? best ?? .元, topics.map { DraftQuestion(form: "", sheet: "", cell: nil, topic: $0) })
  }
}
