import XlsxPackage
import XlsxWrite

/// Makes changes at random that a workbook allows.
struct OperationGenerator {
  var generator: BookGenerator
  /// Whether a sheet that was added may be changed, which only a later patch can do.
  let changesAddedSheets: Bool

  private var source: SeededSource {
    get { generator.source }
    set { generator.source = newValue }
  }

  init(_ generator: BookGenerator, changesAddedSheets: Bool) {
    self.generator = generator
    self.changesAddedSheets = changesAddedSheets
  }

  /// Changes, one after the other, of a workbook that the model is of.
  mutating func operations(_ start: BookModel) -> [Operation] {
    var book = start
    var added: Set<Int> = []
    var operations: [Operation] = []
    let weights = source.pick([[6, 3, 2, 1], [10, 1, 0, 0], [2, 10, 1, 1], [1, 1, 6, 3]])
    for _ in 0..<source.number(1...30) {
      let open = changesAddedSheets ? book.sheets.map(\.id) : book.sheets.map(\.id).filter { !added.contains($0) }
      guard let operation = operation(book, open, weights) else { continue }
      if case .add(let sheet, _, _) = operation { added.insert(sheet.id) }
      book.apply(operation)
      operations.append(operation)
    }
    return operations
  }

  private mutating func operation(_ book: BookModel, _ open: [Int], _ weights: [Int]) -> Operation? {
    let id = source.pick(open)
    let ids = book.sheets.map(\.id)
    switch source.number(1...weights.reduce(0, +)) {
    case 1...weights[0]: return .set(id, knownPlace(book.sheet(id)), generator.content(ids: ids, isNew: false))
    case 1...(weights[0] + weights[1]):
      return source.once(in: 3)
        ? .link(id, knownPlace(book.sheet(id)), link(ids)) : .restyle(id, knownPlace(book.sheet(id)), style())
    case 1...(weights[0] + weights[1] + weights[2]): return comment(book.sheet(id))
    default: return whole(book, book.sheet(id))
    }
  }

  /// A cell that is there, or any.
  private mutating func knownPlace(_ sheet: SheetModel) -> CellReference {
    let known = sheet.cells.keys.sorted()
    let place = known.isEmpty || source.once(in: 2) ? generator.place() : source.pick(known)
    // What stands beside the first cell of a merged range is refused.
    return sheet.merges.first { $0.contains(place) }?.first ?? place
  }

  private mutating func link(_ ids: [Int]) -> LinkModel {
    LinkModel(
      sheet: source.pick(ids), cell: generator.place(),
      tip: source.once(in: 2) ? source.pick(["提示", "a\n<b>\"'&"]) : nil)
  }

  /// Fills as text: none, and two colours.
  private static let fills = ["", "FFFFFF00", "FFC7CE"].map {
    $0.isEmpty ? "" : "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\($0)\"/></patternFill></fill>"
  }

  private mutating func style() -> StyleChange {
    func color() -> StyleChange.ColorChange? {
      switch source.number(0...3) {
      case 0: StyleChange.ColorChange.cleared
      case 1, 2: .color(Color(source.pick(BookGenerator.colors)))
      default: nil
      }
    }
    func fill() -> StyleChange.FillChange? {
      switch source.number(0...4) {
      case 0: StyleChange.FillChange.cleared
      case 1, 2: .color(Color(source.pick(BookGenerator.colors)))
      case 3: CellFill(text: source.pick(Self.fills)).map { .exactly($0) }
      default: nil
      }
    }
    return StyleChange(
      fill: fill(), fontColor: color(), numberFormat: source.once(in: 2) ? source.pick(BookGenerator.formats) : nil)
  }

  private mutating func comment(_ sheet: SheetModel) -> Operation? {
    let known = sheet.comments.keys.sorted()
    let texts = ["应为 634.34", "a\nb", " <&> ", "_x000D_", "x\u{1}"]
    if !known.isEmpty, source.once(in: 2) {
      switch source.number(0...3) {
      case 0, 1: return .changeComment(sheet.id, source.pick(known), source.pick(texts))
      case 2: return .removeComment(sheet.id, source.pick(known))
      default: return .removeComments(sheet.id, author: sheet.comments[source.pick(known)]?.author ?? "")
      }
    }
    let place = knownPlace(sheet)
    guard sheet.comments[place] == nil else { return nil }
    let authors = BookGenerator.authors + ["_x0041_", String(repeating: "长", count: 255)]
    return .addComment(sheet.id, place, CommentModel(author: source.pick(authors), text: source.pick(texts)))
  }

  private mutating func whole(_ book: BookModel, _ sheet: SheetModel) -> Operation? {
    switch source.number(0...6) {
    case 0: return .rename(sheet.id, source.once(in: 6) ? swapped(sheet.name) : generator.unusedName(book))
    case 1:
      let visibility = source.pick([SheetVisibility.visible, .hidden, .veryHidden])
      let others = book.sheets.filter { $0.id != sheet.id && $0.visibility == .visible }
      return visibility != .visible && others.isEmpty ? nil : .show(sheet.id, visibility)
    case 2: return .move(sheet.id, to: source.number(0...book.sheets.count - 1))
    case 3: return sheet.visibility == .visible ? .activate(sheet.id) : nil
    case 4:
      guard book.sheets.count < 9 else { return nil }
      var added = SheetModel(id: generator.nextSheet(), name: generator.unusedName(book))
      generator.fill(&added, ids: book.sheets.map(\.id) + [added.id])
      if source.once(in: 4) { added.visibility = .hidden }
      return .add(
        added, at: source.once(in: 2) ? source.number(0...book.sheets.count) : nil,
        isActive: added.visibility == .visible && source.once(in: 3))
    case 5:
      return .property(
        source.pick(DocumentProperty.allCases), source.pick(["", "预算", "<a>&\"b'", " x ", "_x0041_", "a\nb"]))
    default: return .custom(source.pick(["set", "新", "<a>&\"b'"]), source.pick([nil, "", "值", "<&>\"'", "a\nb"]))
    }
  }

  /// The name with its upper and lower case exchanged.
  private func swapped(_ name: String) -> String { name == name.lowercased() ? name.uppercased() : name.lowercased() }
}
