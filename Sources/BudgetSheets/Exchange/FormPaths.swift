/// The label paths that the JSON of one form may use, found as people write them.
struct FormPaths {
  /// A value that the form has.
  struct Target {
    var path: LabelPath
    var isAmount: Bool
  }

  private var exact: [String: Target] = [:]
  private var normalized: [String: [Target]] = [:]
  private var all: [String] = []

  /// Creates the paths of some values, in their order.
  init(_ targets: [Target]) {
    for target in targets {
      let text = target.path.description
      exact[text] = target
      normalized[Self.normalize(target.path), default: []].append(target)
      all.append(text)
    }
  }

  /// The columns of a form: its leaves, or those of its tables.
  static func columns(of form: FormDefinition) -> FormPaths {
    FormPaths(leaves(of: form).map { .init(path: $0.path, isAmount: $0.isAmount) })
  }

  /// The leaf columns of the rows of a form: its own, or those of its tables.
  static func leaves(of form: FormDefinition) -> [ColumnDefinition] {
    var leaves = form.leaves
    for case .table(let table) in form.blocks { leaves += table.columns.flatMap(\.leaves) }
    return leaves
  }

  /// The fields of a form of blocks, with the columns of its lists once.
  static func fields(of form: FormDefinition) -> (single: [Target], lists: [[Target]]) {
    var single: [Target] = []
    var lists: [[Target]] = []
    for block in form.blocks {
      switch block {
      case .field(let field): single.append(.init(path: field.path, isAmount: false))
      case .list(let list):
        lists.append(list.columns.flatMap(\.leaves).map { .init(path: $0.path, isAmount: $0.isAmount) })
      case .amounts(let amounts): single += amounts.rows.map { .init(path: $0.path, isAmount: true) }
      case .table: break
      }
    }
    return (single, lists)
  }

  /// The value that a path means: exactly, else as headings are compared.
  ///
  /// - Throws: A ``BookFormatError`` where there is none, or several.
  func find(_ text: String) throws(BookFormatError) -> Target {
    if let target = exact[text] { return target }
    let candidates = LabelPath(text: text).flatMap { normalized[Self.normalize($0)] } ?? []
    if candidates.count > 1 {
      throw BookFormatError(.pathAmbiguous(text, candidates: candidates.map(\.path.description)))
    }
    guard let target = candidates.first else {
      throw BookFormatError(.pathUnknown(text, suggestion: suggestion(for: text)))
    }
    return target
  }

  /// The nearest path: one that ends in the same labels, or one that is written almost so.
  private func suggestion(for text: String) -> String? {
    let ends = all.filter { $0.hasSuffix("/" + text) }
    return ends.count == 1 ? ends.first : Suggestion.nearest(to: text, among: all)
  }

  private static func normalize(_ path: LabelPath) -> String {
    path.labels.map(LabelText.normalize).joined(separator: "\u{1F}")
  }
}
