/// Looks up how one form goes over: first what is said, then what is labelled alike.
struct FormResolver {
  private let newer: FormParts
  private let older: FormParts
  private let succession: FormSuccession
  private var plan: FormPlan
  /// The parts of the older form that are spoken for, be they carried over or not.
  private var spoken: Set<FormPart.ID> = []
  /// Those whose amounts an input of the newer form takes: they must not count twice.
  private var counted: Set<FormPart.ID> = []

  init(newer: FormParts, older: FormParts, succession: FormSuccession) {
    self.newer = newer
    self.older = older
    self.succession = succession
    plan = FormPlan(form: newer.form, predecessor: older.form)
  }

  /// How the form goes over.
  mutating func resolve() throws(DefinitionError) -> FormPlan {
    for remark in succession.dropped {
      for part in try older.find(remark.part.text, remark.kind, at: remark.part.place) {
        guard plan.dropped.updateValue(remark.reason, forKey: part.id) == nil else {
          throw remark.part.place.error(.labelTwice(remark.part.text))
        }
        spoken.insert(part.id)
      }
    }
    var wholes: [FormPart.ID: (whole: FormPart.ID, place: RulePlace)] = [:]
    for remark in succession.contained {
      guard let reference = remark.whole else { continue }
      let whole = try older.one(reference.text, remark.kind, at: reference.place)
      for part in try older.find(remark.part.text, remark.kind, pane: pane(of: whole), at: remark.part.place) {
        if part.id == whole.id { continue }
        guard plan.dropped[part.id] == nil, wholes[part.id] == nil else {
          throw remark.part.place.error(.labelTwice(remark.part.text))
        }
        wholes[part.id] = (whole.id, reference.place)
        plan.contained[part.id] = whole.id
        spoken.insert(part.id)
      }
    }
    for line in succession.lines { try take(line) }
    for kind in FormPart.Kind.allCases { try matchByLabel(kind) }
    let used = usedParts
    for (part, whole) in wholes.sorted(by: { older.name($0.key) < older.name($1.key) }) {
      // What is carried over for itself needs no other part to be kept in.
      if used.contains(part) { throw whole.place.error(.labelTwice(older.name(part))) }
      var holder = whole.whole
      var steps = 0
      while let next = wholes[holder]?.whole, steps <= wholes.count {
        holder = next
        steps += 1
      }
      if steps > wholes.count { throw whole.place.error(.sumCycle([older.name(whole.whole), older.name(part)])) }
      guard used.contains(holder) else { throw whole.place.error(.wholeNotCarried(older.name(holder))) }
    }
    return plan
  }

  /// The name of the pane of a row.
  private func pane(of part: FormPart) -> String? {
    part.id.pane.flatMap { older.form.panes[$0].name }
  }

  /// The parts of the older form that some part of the newer one takes over.
  private var usedParts: Set<FormPart.ID> {
    var used: Set<FormPart.ID> = []
    for source in plan.sources.values {
      switch source {
      case .same(let ids), .join(let ids, _): used.formUnion(ids)
      case .cells(let cells, _):
        for cell in cells {
          switch cell {
          case .row(let row, _): used.insert(.row(row))
          case .total(let path): used.insert(.column(path))
          case .field(let path): used.insert(.field(path))
          }
        }
      }
    }
    return used
  }

  // MARK: What is said

  private mutating func take(_ line: SuccessionLine) throws(DefinitionError) {
    guard let target = newer.part(line.target) else { return }
    let pane = line.target.pane.flatMap { newer.form.panes[$0].name }
    switch line.source {
    case .nothing: break
    case .same(let references): try takeSame(references, for: target, pane: pane, line)
    case .join(let references, let omissions): try takeJoined(references, omissions, for: target, pane: pane)
    case .rows(let references, let column): try takeRows(references, column, for: target, line)
    case .columns(let references): try takeCells(references, .column, for: target, line)
    case .fields(let references): try takeCells(references, .field, for: target, line)
    }
  }

  private mutating func takeSame(
    _ references: [SuccessionReference], for target: FormPart, pane: String?, _ line: SuccessionLine
  ) throws(DefinitionError) {
    let found = try find(references, target.kind, pane: pane)
    for one in found {
      if one.part.isAmount != target.isAmount {
        throw one.place.error(.kindsDiffer(newer.name(target.id), older.name(one.part.id)))
      }
      try count(one.part, for: target, at: one.place)
    }
    if found.count > 1, !target.isAmount { throw line.place.error(.kindsDiffer(newer.name(target.id), "sum")) }
    plan.sources[target.id] = .same(found.map(\.part.id))
  }

  private mutating func takeJoined(
    _ references: [SuccessionReference], _ omissions: [SuccessionOmission], for target: FormPart, pane: String?
  ) throws(DefinitionError) {
    let found = try find(references, target.kind, pane: pane)
    for one in found {
      if one.part.isAmount { throw one.place.error(.kindsDiffer(newer.name(target.id), older.name(one.part.id))) }
      spoken.insert(one.part.id)
      for omission in omissions { plan.omitted[one.part.id, default: [:]][omission.text] = omission.reason }
    }
    plan.sources[target.id] = .join(found.map(\.part.id), omit: Set(omissions.map(\.text)))
  }

  private mutating func takeCells(
    _ references: [SuccessionReference], _ kind: FormPart.Kind, for target: FormPart, _ line: SuccessionLine
  ) throws(DefinitionError) {
    var cells: [FormPlan.Cell] = []
    for one in try find(references, kind, pane: nil) {
      try checkMoney(one.part, target, at: one.place)
      try count(one.part, for: target, at: one.place)
      cells.append(kind == .column ? .total(one.part.path) : .field(one.part.path))
    }
    plan.sources[target.id] = .cells(cells, column: try column(for: target, line))
  }

  /// Takes single amounts of printed rows.
  private mutating func takeRows(
    _ references: [SuccessionReference], _ column: SuccessionReference?, for target: FormPart, _ line: SuccessionLine
  ) throws(DefinitionError) {
    var cells: [FormPlan.Cell] = []
    for (part, place) in try find(references, .row, pane: nil) {
      guard case .row(let row) = part.id else { continue }
      let leaves = older.form.leaves[older.form.panes[row.pane].leaves]
      var path: LabelPath?
      if let column {
        let found = try older.one(column.text, .column, at: column.place)
        guard leaves.contains(where: { $0.path == found.path }) else {
          throw column.place.error(.expected("a column of one pane"))
        }
        try checkMoney(found, target, at: column.place)
        path = found.path
      } else {
        let amounts = leaves.filter(\.isAmount)
        guard amounts.count == 1 else { throw place.error(.keyMissing("column")) }
        path = amounts.first?.path
      }
      try checkMoney(part, target, at: place)
      try count(part, for: target, at: place)
      if let path { cells.append(.row(row, path)) }
    }
    plan.sources[target.id] = .cells(cells, column: try self.column(for: target, line))
  }

  private func checkMoney(
    _ part: FormPart, _ target: FormPart, at place: RulePlace
  ) throws(DefinitionError) {
    guard part.isAmount, target.isAmount else {
      throw place.error(.kindsDiffer(newer.name(target.id), older.name(part.id)))
    }
  }

  /// In which column single amounts stand: of a printed row the one that is named, else its only one.
  private func column(for target: FormPart, _ line: SuccessionLine) throws(DefinitionError) -> LabelPath? {
    switch target.id {
    case .field: return nil
    case .column(let path):
      // Below a column of printed rows nothing says which of them is meant.
      if let leaf = newer.form.leaves.firstIndex(where: { $0.path == path }),
        newer.form.panes.contains(where: { $0.leaves.contains(leaf) && !$0.fixedRows.isEmpty })
      {
        throw line.place.error(.expected("a form of free rows"))
      }
      return nil
    case .row(let row):
      let leaves = newer.form.leaves[newer.form.panes[row.pane].leaves]
      if let column = line.column {
        guard leaves.contains(where: { $0.path == column && $0.isAmount }) else {
          throw line.place.error(.expected("a column of one pane"))
        }
        return column
      }
      let amounts = leaves.filter(\.isAmount)
      guard amounts.count == 1 else { throw line.place.error(.expected("in: COLUMN")) }
      return amounts.first?.path
    }
  }

  private func find(
    _ references: [SuccessionReference], _ kind: FormPart.Kind, pane: String?
  ) throws(DefinitionError) -> [(part: FormPart, place: RulePlace)] {
    var parts: [(part: FormPart, place: RulePlace)] = []
    for reference in references {
      var found = try older.find(reference.text, kind, pane: pane, at: reference.place)
      // What is below a heading is added up without its sums, as in a definition.
      if reference.text.hasSuffix("/*"), found.contains(where: \.isInput) { found = found.filter(\.isInput) }
      for part in found { parts.append((part, reference.place)) }
    }
    for (part, place) in parts {
      let below = older.below(part.id)
      for (other, _) in parts where below.contains(other.id) {
        throw place.error(.wholeWithPart(older.name(part.id), older.name(other.id)))
      }
    }
    return parts
  }

  /// Speaks for a part; the amounts of one may go into one input only.
  private mutating func count(_ part: FormPart, for target: FormPart, at place: RulePlace) throws(DefinitionError) {
    if plan.dropped[part.id] != nil { throw place.error(.labelTwice(older.name(part.id))) }
    spoken.insert(part.id)
    guard part.isAmount, target.isInput else { return }
    guard counted.insert(part.id).inserted else { throw place.error(.successorTwice(older.name(part.id))) }
  }

  // MARK: What is labelled alike

  /// Lets parts take those that are labelled like them, each at most one; where two would do, neither is taken.
  private mutating func matchByLabel(_ kind: FormPart.Kind) throws(DefinitionError) {
    let said = Set(succession.lines.map(\.target))
    let targets = newer.parts(kind).filter { !said.contains($0.id) }
    let sources = older.parts(kind).filter { !spoken.contains($0.id) }
    var left = targets
    var free = sources
    for rule in [Likeness.classCode, .label, .words] {
      var taken: Set<FormPart.ID> = []
      var matched: Set<FormPart.ID> = []
      for target in left {
        let fitting = free.filter { fits($0, target, rule) }
        if fitting.isEmpty { continue }
        let rivals = left.filter { fits(fitting[0], $0, rule) }
        guard fitting.count == 1, rivals.count == 1 else {
          throw succession.place.error(
            .successorUnclear(newer.name(target.id), fitting.map { older.name($0.id) }))
        }
        plan.sources[target.id] = .same([fitting[0].id])
        taken.insert(fitting[0].id)
        matched.insert(target.id)
      }
      left.removeAll { matched.contains($0.id) }
      free.removeAll { taken.contains($0.id) }
    }
  }

  /// In which way two parts are alike, the surest first.
  private enum Likeness {
    case classCode
    case label
    case words
  }

  private func fits(_ source: FormPart, _ target: FormPart, _ likeness: Likeness) -> Bool {
    guard source.isAmount == target.isAmount, samePane(source, target) else { return false }
    switch likeness {
    case .classCode: return source.classCode != nil && source.classCode == target.classCode
    case .label: return source.label == target.label && classesAgree(source, target)
    case .words: return source.mayBeCalled(like: target) && classesAgree(source, target)
    }
  }

  /// A row of another class is another row, whatever it is called.
  private func classesAgree(_ source: FormPart, _ target: FormPart) -> Bool {
    source.classCode == nil || target.classCode == nil || source.classCode == target.classCode
  }

  private func samePane(_ source: FormPart, _ target: FormPart) -> Bool {
    guard let own = source.id.pane, let other = target.id.pane else { return true }
    return older.form.panes[own].name.map(LabelText.normalize) == newer.form.panes[other].name.map(LabelText.normalize)
  }
}

extension FormPart {
  /// What kind of part it is.
  var kind: Kind {
    switch id {
    case .column: .column
    case .row: .row
    case .field: .field
    }
  }
}
