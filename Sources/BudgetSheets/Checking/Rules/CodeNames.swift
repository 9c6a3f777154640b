/// Where codes and the names that go with them stand in a form.
struct CodeNames {
  /// One column of names with the columns of its code, joined.
  struct Column {
    var name: LabelPath
    var code: [LabelPath]
    var list: String
  }

  /// The columns of names of a form whose dictionary has codes.
  static func columns(of form: FormDefinition, in set: FormSet) -> [Column] {
    let leaves = form.leaves
    return leaves.compactMap { leaf in
      guard let list = leaf.list, let entries = set.lists[list]?.entries, entries.contains(where: { !$0.code.isEmpty })
      else { return nil }
      // The codes under the same heading, else those that are the key of the details.
      var codes = leaves.filter { $0.isCode && $0.path.parent == leaf.path.parent && !leaf.path.parent.labels.isEmpty }
        .map(\.path)
      if codes.isEmpty {
        let levels = form.panes.flatMap(\.levels).filter { $0.name == leaf.path }
        codes = (levels.first { $0.kind == .detail } ?? levels.last { $0.kind.isOfClass })?.key ?? []
      }
      return codes.isEmpty ? nil : Column(name: leaf.path, code: codes, list: list)
    }
  }

  /// The name that stands beside some columns of codes in a row.
  static func name(beside codes: [LabelPath], in form: FormFigures, _ row: Int) -> String {
    guard let parent = codes.first?.parent, let data = form.data?.rows[row] else { return "" }
    let names = form.definition.leaves.filter { !$0.isCode && !$0.isAmount && $0.path.parent == parent }
    return names.compactMap { data.text($0.path) }.first.map { $0.filter { !$0.isNewline } } ?? ""
  }
}
