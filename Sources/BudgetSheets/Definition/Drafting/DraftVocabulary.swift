/// What the form sets at hand know of headings and lines, by which unlabelled facts of other forms are told.
struct DraftVocabulary {
  /// The words of the lines around a form, of all sets together.
  private(set) var labels = FormSet.FrameLabels(
    department: [], unit: [], total: [], columnNumbers: [], notes: [], signatures: [])
  /// What stands below a heading; nil where the sets disagree.
  private var kinds: [String: ColumnDefinition.Kind?] = [:]
  /// What headings with some last characters have below them.
  private var endings: [String: Ending] = [:]
  private var indicators: Set<String> = []
  private var groups: Set<String> = []
  private var departmentFields: Set<String> = []
  /// The headings of codes of departments and units, and of those that tell details.
  private var unitKeys: Set<String> = []
  private var detailKeys: Set<String> = []
  /// How many digits the codes of departments and units have.
  private var codeDigits: [RowKind: Set<Int>] = [:]
  private var totals: Set<String> = []
  /// The names of panes side by side.
  private(set) var paneNames: [String] = []
  /// The names of the columns of labels over which a heading is printed once.
  private var wide: [String: [String]] = [:]

  /// The three kinds of columns, without digits.
  enum Sort {
    case text, code, amount

    init(_ kind: ColumnDefinition.Kind) {
      switch kind {
      case .text: self = .text
      case .code: self = .code
      case .amount: self = .amount
      }
    }
  }

  private struct Ending {
    var sort: Sort?
    var count: Int
  }

  /// Learns from some sets.
  init(sets: [FormSet]) {
    for set in sets {
      labels.add(set.labels)
      for form in set.forms { learn(form) }
      for group in set.synonyms { learn(group) }
    }
    totals = Set(labels.total.map(LabelText.normalize))
    for (label, kind) in kinds {
      guard let kind else { continue }
      for length in 1...2 where label.count > length { learn(ending: String(label.suffix(length)), Sort(kind)) }
    }
  }

  private mutating func learn(_ form: FormDefinition) {
    for leaf in FormPaths.leaves(of: form) {
      for label in [leaf.label] + leaf.aliases { learn(label, leaf) }
    }
    for column in form.columns { learn(wide: column) }
    for pane in form.panes {
      if let name = pane.name, !paneNames.contains(name) { paneNames.append(name) }
    }
    for block in form.blocks {
      guard case .field(let field) = block, field.isDepartment else { continue }
      for label in [field.path.leaf] + field.aliases { departmentFields.insert(LabelText.normalize(label)) }
    }
    for level in form.panes.flatMap(\.levels) {
      var keys: [String] = []
      for key in level.key {
        keys.append(LabelText.normalize(key.leaf))
        if let leaf = form.leaves.first(where: { $0.path == key }) { keys += leaf.aliases.map(LabelText.normalize) }
      }
      switch level.kind {
      case .detail: detailKeys.formUnion(keys)
      case .department, .unit:
        unitKeys.formUnion(keys)
        if let digits = level.keyDigits { codeDigits[level.kind, default: []].insert(digits) }
      default: break
      }
    }
  }

  private mutating func learn(wide column: ColumnDefinition) {
    if column.isWide { wide[Self.word(column.label)] = column.columns.map(\.label) }
    for column in column.columns { learn(wide: column) }
  }

  private mutating func learn(_ label: String, _ leaf: ColumnDefinition) {
    let word = Self.word(label)
    if leaf.isIndicator { indicators.insert(word) }
    if leaf.isGroup { groups.insert(word) }
    guard let known = kinds[word] else {
      kinds[word] = .some(leaf.kind)
      return
    }
    guard let known, known != leaf.kind else { return }
    // Codes of different lengths are codes all the same.
    kinds[word] = Sort(known) == .code && Sort(leaf.kind) == .code ? .some(.code(digits: nil)) : .some(nil)
  }

  /// What one of a group of words means, all of them mean.
  private mutating func learn(_ group: [String]) {
    let labels = group.map(LabelText.normalize)
    if labels.contains(where: unitKeys.contains), !labels.contains(where: detailKeys.contains) {
      unitKeys.formUnion(labels)
    }
    let words = group.map(Self.word)
    var kind: ColumnDefinition.Kind?
    for word in words where kind == nil { kind = kinds[word] ?? nil }
    guard let kind else { return }
    for word in words where kinds[word] == nil { kinds[word] = .some(kind) }
  }

  private mutating func learn(ending: String, _ sort: Sort) {
    guard let known = endings[ending] else {
      endings[ending] = Ending(sort: sort, count: 1)
      return
    }
    endings[ending] = Ending(sort: known.sort == sort ? sort : nil, count: known.count + 1)
  }

  private static func word(_ label: String) -> String { FrameText.key(ofTitle: label) }

  // MARK: What is known

  /// What stands below a heading that the sets know; nil where they do not, or disagree.
  func kind(of label: String) -> ColumnDefinition.Kind? { kinds[Self.word(label)] ?? nil }

  /// What a heading's last characters say.
  func likely(_ label: String) -> Sort? {
    let word = Self.word(label)
    for (length, least) in [(2, 2), (1, 4)] {
      if let ending = endings[String(word.suffix(length))], ending.count >= least, let sort = ending.sort {
        return sort
      }
    }
    return nil
  }

  func isIndicator(_ label: String) -> Bool { indicators.contains(Self.word(label)) }

  func isGroup(_ label: String) -> Bool { groups.contains(Self.word(label)) }

  func isDepartmentField(_ label: String) -> Bool { departmentFields.contains(LabelText.normalize(label)) }

  /// Whether the codes of departments and units stand below a heading, and those of details do not.
  func isUnitKey(_ label: String) -> Bool {
    let word = LabelText.normalize(label)
    return unitKeys.contains(word) && !detailKeys.contains(word)
  }

  /// How many digits the codes of a level have in all sets; nil where they disagree, or none says.
  func digits(of kind: RowKind) -> Int? { codeDigits[kind].flatMap { $0.count == 1 ? $0.first : nil } }

  func isDetailKey(_ label: String) -> Bool { detailKeys.contains(LabelText.normalize(label)) }

  /// What the columns of labels are called over which a heading is printed once.
  func names(ofWide label: String, count: Int) -> [String] {
    if let names = wide[Self.word(label)], names.count == count { return names }
    return (1...count).map { "\(label)\($0)" }
  }

  /// Whether a heading is a word for notes, so that text stands below it.
  func isNote(_ label: String) -> Bool {
    labels.notes.contains { LabelText.normalize($0) == LabelText.normalize(label) }
  }

  /// Whether a normalized label is that of a total row.
  func isTotal(_ label: String) -> Bool { totals.contains(label) }

  /// Whether a word before a colon means a department, though no set knows it: it ends as one of theirs does.
  func resemblesDepartment(_ word: String) -> Bool {
    word.count <= 12 && labels.department.contains { $0.count >= 2 && word.hasSuffix($0.suffix(2)) }
  }
}

extension FormSet.FrameLabels {
  /// Adds the words of another set that are missing.
  fileprivate mutating func add(_ other: FormSet.FrameLabels) {
    func joined(_ words: [String], _ more: [String]) -> [String] {
      words + more.filter { word in !words.contains(word) }
    }
    department = joined(department, other.department)
    unit = joined(unit, other.unit)
    total = joined(total, other.total)
    columnNumbers = joined(columnNumbers, other.columnNumbers)
    notes = joined(notes, other.notes)
    signatures = joined(signatures, other.signatures)
  }
}
