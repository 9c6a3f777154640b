/// The order of a form's cells: by column, those of lists item by item, and any that the form does not know at the end.
struct CellOrder {
  private var places: [LabelPath: Int]

  private init(_ paths: [LabelPath]) {
    places = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The order of the columns of a form; that of their texts where the form is not known.
  static func columns(of form: FormDefinition?) -> CellOrder {
    CellOrder(form.map { FormPaths.leaves(of: $0).map(\.path) } ?? [])
  }

  /// The order of the fields of a form.
  static func fields(of form: FormDefinition?) -> CellOrder {
    guard let form else { return CellOrder([]) }
    let fields = FormPaths.fields(of: form)
    return CellOrder(fields.single.map(\.path) + fields.lists.joined().map(\.path))
  }

  /// The cells in order.
  func sorted(_ cells: [LabelPath: FormCell]) -> [(path: LabelPath, cell: FormCell)] {
    var entries: [(item: Int, place: Int, text: String, path: LabelPath, cell: FormCell)] = []
    for (path, cell) in cells {
      let known = places[path] != nil ? (path: path, item: 1) : path.itemized
      entries.append((known.item, places[known.path] ?? .max, path.description, path, cell))
    }
    entries.sort { first, second in
      (first.item, first.place, first.text) < (second.item, second.place, second.text)
    }
    return entries.map { ($0.path, $0.cell) }
  }
}
