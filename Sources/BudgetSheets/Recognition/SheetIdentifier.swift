import XlsxPackage

/// Tells which form of a set a sheet is: by its code, else by its title, else by the sheet's name, else by its headings.
struct SheetIdentifier {
  /// What a sheet was taken for.
  enum Result {
    /// One form, and how it was known.
    case form(FormDefinition, HeaderMatcher.Match?, evidence: Evidence)
    /// The form is known but its headings are not there.
    case headerNotMatched(FormDefinition)
    /// Two forms fit.
    case ambiguous(FormDefinition, FormDefinition)
    /// A form of another set than the workbook follows.
    case ofOtherSet(FormDefinition, set: String)
    /// No form.
    case none
  }

  /// By what a form was known.
  enum Evidence {
    case code
    case title
    case sheetName
    case header
    /// The headings, against a code or title that names another form.
    case headerAgainstTitle
  }

  let set: FormSet
  private let matchers: [String: HeaderMatcher]
  private let titles: [(form: FormDefinition, keys: [String])]
  /// The forms by title without its year.
  private let formsByTitle: [String: FormDefinition]
  /// The forms by code without the zeros before its number.
  private let codes: [String: FormDefinition]
  /// What stands before and after the number in the codes of the set.
  private let codeParts: [String]
  /// The labels by which a form of blocks is known.
  private let landmarks: [String: [String]]

  init(set: FormSet) {
    self.set = set
    matchers = Dictionary(
      uniqueKeysWithValues: set.forms.filter { !$0.isBlockForm }
        .map { ($0.form, HeaderMatcher(columns: $0.columns, synonyms: set.synonyms)) })
    titles = set.forms.map { ($0, ([$0.title] + $0.titleAliases).map(FrameText.key(ofTitle:))) }
    formsByTitle = Dictionary(
      titles.flatMap { form, keys in keys.map { ($0, form) } }, uniquingKeysWith: { first, _ in first })
    codes = Dictionary(
      set.forms.compactMap { form in
        (form.code ?? form.shortName).map { (Self.withoutZeros(LabelText.normalize($0)), form) }
      },
      uniquingKeysWith: { first, _ in first })
    let parts = set.forms.compactMap { $0.code.map(LabelText.normalize) }.flatMap { code in
      [String(code.prefix { !$0.isNumber }), String(code.drop { !$0.isNumber }.drop { $0.isNumber })]
    }
    codeParts = Set(parts).filter { !$0.isEmpty }.sorted()
    landmarks = Dictionary(uniqueKeysWithValues: set.forms.map { ($0.form, $0.blocks.flatMap(Self.landmarks)) })
  }

  /// What a sheet is by the code or title that stands in it; nil where none of a form of the set does.
  func stated(by grid: SheetGrid) -> Result? {
    let frame = grid.rows.prefix(Self.frameRows).flatMap(\.cells).map(\.label).filter { !$0.isEmpty }
    let byCode = distinct(frame.compactMap { form(code: $0) })
    let byTitle = distinct(frame.compactMap { form(title: $0) })
    let stated = distinct(byCode + byTitle)
    if stated.count == 1 {
      if let other = otherForm(in: grid, than: stated[0]) { return .ambiguous(stated[0], other) }
      return judged(stated[0], grid, byCode.isEmpty ? .title : .code)
    }
    if stated.count > 1 {
      // Code and title name different forms; only the headings can say which one it is.
      let fitting = stated.compactMap { form in header(form, grid).map { (form, $0) } }
      if fitting.count == 1 { return .form(fitting[0].0, fitting[0].1, evidence: .headerAgainstTitle) }
      // A table of contents names many forms and is none.
      return fitting.isEmpty && stated.count > 2 ? Result.none : .ambiguous(stated[0], stated[1])
    }
    return nil
  }

  /// What a sheet without code and title is: by its name and headings, else by its headings alone.
  func unstated(by grid: SheetGrid) -> Result {
    if let form = form(sheetName: grid.name), let match = header(form, grid) {
      return .form(form, match, evidence: .sheetName)
    }
    return byHeader(grid)
  }

  /// The rows at the top of a sheet in which a form is named.
  private static let frameRows = 20

  /// Another form that is named further down, by its whole code or title: two forms in one sheet.
  private func otherForm(in grid: SheetGrid, than first: FormDefinition) -> FormDefinition? {
    for cell in grid.rows.dropFirst(Self.frameRows).joinedCells where !cell.label.isEmpty {
      let key = FrameText.titleKey(ofLabel: cell.label)
      let named = codes[Self.withoutZeros(cell.label)] ?? formsByTitle[key]
      if let named, named.form != first.form { return named }
    }
    return nil
  }

  /// Whether a label is the title of a form, alone or at the end of a longer line.
  func isTitle(_ label: String, of form: FormDefinition) -> Bool {
    !label.isEmpty && self.form(title: label)?.form == form.form
  }

  /// Whether a label is the code of a form.
  func isCode(_ label: String, of form: FormDefinition) -> Bool {
    !label.isEmpty && self.form(code: label)?.form == form.form
  }

  /// The form that a sheet's name means; nil where it means none.
  func form(sheetName name: String) -> FormDefinition? {
    var plain = LabelText.normalize(name)
    // A copy made in Excel is called 预算03表 (2).
    if plain.hasSuffix(")"), let bracket = plain.lastIndex(of: "("),
      CodeText.isDigits(String(plain[plain.index(after: bracket)...].dropLast()))
    {
      plain = String(plain[..<bracket])
    }
    if let form = form(code: plain) ?? form(title: plain) { return form }
    // 表3, 预算03, 3: a number with no more than what the codes of the set have around theirs.
    for part in codeParts where plain.hasPrefix(part) { plain.removeFirst(part.count) }
    for part in codeParts where plain.hasSuffix(part) { plain.removeLast(part.count) }
    guard CodeText.isDigits(plain), let number = Int(plain) else { return nil }
    return set.forms.first { Int($0.form) == number }
  }

  /// How many of the labels by which a form of blocks is known a sheet has.
  func landmarks(of form: FormDefinition, in grid: SheetGrid) -> (found: Int, count: Int) {
    let labels = Set(grid.rows.flatMap(\.cells).map(\.label))
    let wanted = landmarks[form.form] ?? []
    return (wanted.count(where: labels.contains), wanted.count)
  }

  /// Whether enough of a form of blocks is there to read it; a grid's headings.
  private func header(_ form: FormDefinition, _ grid: SheetGrid) -> HeaderMatcher.Match?? {
    if form.isBlockForm {
      let marks = landmarks(of: form, in: grid)
      return marks.found * 2 >= marks.count ? .some(nil) : nil
    }
    guard let match = matchers[form.form]?.match(in: grid) else { return nil }
    return .some(match)
  }

  private func judged(_ form: FormDefinition, _ grid: SheetGrid, _ evidence: Evidence) -> Result {
    guard let match = header(form, grid) else {
      // A page of text that only bears the title is no form that lost its headings.
      let hasNumbers = grid.rows.joinedCells.contains { $0.kind == .number }
      return hasNumbers ? .headerNotMatched(form) : .none
    }
    return .form(form, match, evidence: evidence)
  }

  private func byHeader(_ grid: SheetGrid) -> Result {
    var complete: [(FormDefinition, HeaderMatcher.Match?)] = []
    for form in set.forms {
      guard let match = header(form, grid) else { continue }
      if let match, match.matched < match.columns.count { continue }
      if match == nil, !form.isBlockForm { continue }
      complete.append((form, match))
    }
    if complete.count > 1 {
      // One whose columns include those of all others, and more, is the one.
      for (index, (form, match)) in complete.enumerated() {
        let others = complete.indices.filter { $0 != index }
        if others.allSatisfy({ Self.includes(match, complete[$0].1) }) { return .form(form, match, evidence: .header) }
      }
      return .ambiguous(complete[0].0, complete[1].0)
    }
    guard let (form, match) = complete.first else { return .none }
    return .form(form, match, evidence: .header)
  }

  /// Whether the columns of one match are those of another, and more.
  private static func includes(_ match: HeaderMatcher.Match?, _ other: HeaderMatcher.Match?) -> Bool {
    guard let match, let other, match.band.overlaps(other.band) else { return false }
    return Set(match.columns).isStrictSuperset(of: other.columns)
  }

  /// The labels by which a form of blocks is known.
  private static func landmarks(_ block: FormBlock) -> [String] {
    switch block {
    case .field(let field): [LabelText.normalize(field.path.leaf)]
    case .list(let list): [LabelText.normalize(list.path.leaf)]
    case .amounts(let amounts): [LabelText.normalize(amounts.path.leaf)]
    case .table(let table): table.columns.flatMap(\.leaves).map { LabelText.normalize($0.label) }
    }
  }

  /// The form of a code such as `预算03表`, also without its zero.
  private func form(code label: String) -> FormDefinition? {
    if let form = codes[Self.withoutZeros(label)] { return form }
    // 表号：预算03表, （预算03表）
    var plain = label[...]
    if plain.hasPrefix("("), plain.hasSuffix(")") { plain = plain.dropFirst().dropLast() }
    if let colon = plain.lastIndex(of: ":") { plain = plain[plain.index(after: colon)...] }
    return plain.count == label.count ? nil : codes[Self.withoutZeros(String(plain))]
  }

  /// A code without the zeros before its number: `预算03表` and `预算3表` become the same.
  static func withoutZeros(_ code: String) -> String {
    guard let digit = code.firstIndex(where: \.isNumber), code[digit] == "0" else { return code }
    return String(code[..<digit] + code[digit...].drop { $0 == "0" })
  }

  /// The form of a title; a longer line counts where it holds the title, as after the name of a department.
  private func form(title label: String) -> FormDefinition? {
    let key = FrameText.titleKey(ofLabel: label)
    if key.utf8.count < 12 { return nil }
    if let exact = formsByTitle[key] { return exact }
    guard (FrameText.shortestTitle...FrameText.longestTitle).contains(key.utf8.count) else { return nil }
    var best: (form: FormDefinition, length: Int)?
    for (form, keys) in titles {
      for title in keys
      where title.utf8.count >= FrameText.shortestTitle && title.utf8.count > best?.length ?? 0
        && (key.hasSuffix(title) || key.hasPrefix(title))
      {
        best = (form, title.utf8.count)
      }
    }
    return best?.form
  }

  private func distinct(_ forms: [FormDefinition]) -> [FormDefinition] {
    var result: [FormDefinition] = []
    for form in forms where !result.contains(where: { $0.form == form.form }) { result.append(form) }
    return result
  }
}

extension Sequence where Element == SheetGrid.Row {
  /// The cells of all rows.
  var joinedCells: some Sequence<SheetGrid.Cell> { lazy.flatMap(\.cells) }
}
