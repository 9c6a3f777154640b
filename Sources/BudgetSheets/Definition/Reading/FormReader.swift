/// Reads the definition of one form.
struct FormReader {
  private static let keys = [
    "form", "code", "title", "aliases", "page", "align", "like", "columns", "rows", "panes", "blocks", "notes",
    "when_empty", "rules", "reconstructed", "name", "nil",
  ]

  /// Finds the file of another form, for `like`.
  let otherForm: (String) -> DefinitionNode?
  /// The names of the set's dictionaries.
  let lists: Set<String>

  /// The form that a file defines.
  func read(_ node: DefinitionNode) throws(DefinitionError) -> FormDefinition {
    var map = try node.mapping(Self.keys)
    if let like = map["like"] {
      guard let other = otherForm(try like.text()) else {
        throw like.error(.referenceUnknown(try like.text(), suggestion: nil))
      }
      map = map.filled(
        from: try other.mapping(Self.keys), keys: ["page", "align", "columns", "rows", "panes", "blocks"])
    }
    var form = FormDefinition(
      form: try map.text("form"), code: try map.optionalText("code"), shortName: try map.optionalText("name"),
      title: try map.text("title"),
      titleAliases: try map.texts("aliases"), page: try page(map), columns: [], panes: [],
      alignsClosingRows: try map["align"].map { node throws(DefinitionError) in try node.choice(among: ["bottom"]) }
        != nil, blocks: [], notes: try map.texts("notes"),
      emptyNote: try map.optionalText("when_empty"),
      printsNilBlank: try map["nil"].map { node throws(DefinitionError) in try node.choice(among: ["blank", "zero"]) }
        .map { $0 == "blank" },
      reconstruction: try map.optionalText("reconstructed"),
      file: node.file)
    if let blocks = map["blocks"] {
      form.blocks = try BlockReader.read(blocks, lists: lists)
    } else if let panes = map["panes"] {
      try read(panes: panes, into: &form)
    } else {
      form.columns = try ColumnReader.read(try map.required("columns"), lists: lists)
      form.panes = [try pane(named: nil, columns: form.columns, from: 0, rows: try map.required("rows"))]
    }
    return form
  }

  /// A pane whose rows are free, or printed where none of them is called a level or a total.
  private func pane(
    named name: String?, columns: [ColumnDefinition], from start: Int, rows node: DefinitionNode
  ) throws(DefinitionError) -> Pane {
    let leaves = columns.flatMap(\.leaves)
    let range = start..<start + leaves.count
    if name == nil, try isOfLevels(node) {
      let wide = columns.first(where: \.isWide)
      if let wide { throw node.error(.keyNotHere(wide.label, with: "level")) }
      return Pane(
        name: nil, leaves: range, rows: .levels(try RowLevelReader(leaves: leaves, lists: lists).read(node)))
    }
    guard let label = leaves.firstIndex(where: { !$0.isAmount }) else {
      throw node.error(.expected("a column of texts for the labels"))
    }
    let headings = name == nil ? columns : columns.flatMap(\.columns)
    let wide = headings.first { $0.isWide && leaves[label].path.starts(with: $0.path) }
    for heading in headings where heading.isWide && heading.path != wide?.path {
      throw node.error(.expected("one label, in the first column of texts"))
    }
    let count = wide?.columns.count ?? 1
    return Pane(
      name: name, leaves: range, rows: .fixed(try FixedRowReader.read(node, labelColumns: count)),
      labels: start + label..<start + label + count)
  }

  /// Whether the rows are levels of free rows.
  private func isOfLevels(_ node: DefinitionNode) throws(DefinitionError) -> Bool {
    for item in try node.items() {
      if item.scalar != nil { return false }
      for (key, _) in try item.entries() {
        if ["level", "total"].contains(key.scalar) { return true }
        if ["label", "rows"].contains(key.scalar) { return false }
      }
    }
    return true
  }

  private func read(panes node: DefinitionNode, into form: inout FormDefinition) throws(DefinitionError) {
    for (name, value) in try node.entries() {
      let label = try name.text()
      let map = try value.mapping(["columns", "rows"])
      let path = LabelPath([label])
      let columns = try ColumnReader.read(try map.required("columns"), below: path, lists: lists)
      let heading = ColumnDefinition(
        path: path, printed: nil, aliases: [], kind: .text, sum: [], partOf: nil, list: nil, isGroup: false,
        isIndicator: false, width: nil, columns: columns)
      let start = form.leaves.count
      form.columns.append(heading)
      form.panes.append(
        try pane(named: label, columns: [heading], from: start, rows: try map.required("rows")))
    }
  }

  private func page(_ map: DefinitionMapping) throws(DefinitionError) -> FormDefinition.Page {
    guard let node = map["page"] else { return .portrait }
    guard let page = FormDefinition.Page(rawValue: try node.text()) else {
      throw node.error(.valueUnknown(try node.text(), allowed: ["portrait", "landscape"]))
    }
    return page
  }
}
