/// Reads the definition of one form.
struct FormReader {
  private static let keys = [
    "form", "code", "title", "aliases", "page", "align", "like", "columns", "rows", "panes", "blocks", "notes",
    "when_empty", "rules",
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
      form: try map.text("form"), code: try map.optionalText("code"), title: try map.text("title"),
      titleAliases: try map.texts("aliases"), page: try page(map), columns: [], panes: [],
      alignsClosingRows: try map["align"].map { node throws(DefinitionError) in try node.name(among: ["bottom"]) }
        != nil, blocks: [], notes: try map.texts("notes"),
      emptyNote: try map.optionalText("when_empty"), file: node.file)
    if let blocks = map["blocks"] {
      form.blocks = try BlockReader.read(blocks, lists: lists)
    } else if let panes = map["panes"] {
      try read(panes: panes, into: &form)
    } else {
      form.columns = try ColumnReader.read(try map.required("columns"), lists: lists)
      let leaves = form.leaves
      let levels = try RowLevelReader(leaves: leaves, lists: lists).read(try map.required("rows"))
      form.panes = [Pane(name: nil, leaves: 0..<leaves.count, rows: .levels(levels))]
    }
    return form
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
        Pane(
          name: label, leaves: start..<form.leaves.count,
          rows: .fixed(try FixedRowReader.read(try map.required("rows")))))
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
