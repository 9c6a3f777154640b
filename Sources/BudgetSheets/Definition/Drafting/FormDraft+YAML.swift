extension FormDraft {
  /// The file that defines the form.
  var yaml: String {
    var entries: [DraftNode.Entry] = [.init(key: "form", node: .text(number))]
    if let code { entries.append(.init(key: "code", node: .text(code))) }
    entries.append(.init(key: "title", node: .text(title), remarks: remarks))
    if let like {
      entries.append(.init(key: "like", node: .text(like)))
    } else {
      entries += shape
    }
    if !notes.isEmpty { entries.append(.init(key: "notes", node: .texts(notes), isTree: true)) }
    if let emptyNote { entries.append(.init(key: "when_empty", node: .text(emptyNote))) }
    return YAMLText.file(entries)
  }

  /// What forms may share: page, columns and rows.
  private var shape: [DraftNode.Entry] {
    var entries: [DraftNode.Entry] = [.init(key: "page", node: .word(isLandscape ? "landscape" : "portrait"))]
    switch body {
    case .panes(let panes, let alignsClosingRows):
      if alignsClosingRows { entries.append(.init(key: "align", node: .text("bottom"))) }
      var nodes: [DraftNode.Entry] = []
      for pane in panes {
        nodes.append(
          .init(
            key: pane.name,
            node: .map([
              .init(key: "columns", node: Self.columns(pane.columns)),
              .init(key: "rows", node: Self.rows(pane.rows), isTree: true),
            ]), isTree: true))
      }
      entries.append(.init(key: "panes", node: .map(nodes), isTree: true))
    case .rows(let columns, let rows):
      entries.append(.init(key: "columns", node: Self.columns(columns), isTree: true))
      entries.append(.init(key: "rows", node: Self.rows(rows), isTree: true))
    case .levels(let columns, let levels):
      entries.append(.init(key: "columns", node: Self.columns(columns), isTree: true))
      entries.append(.init(key: "rows", node: Self.levels(levels), isTree: true))
    case .blocks(let blocks):
      entries.append(
        .init(key: "blocks", node: .list(blocks.map { DraftNode.Item(node: Self.block($0)) }), isTree: true))
    }
    return entries
  }

  /// The text of what forms may share, by which such forms are known.
  var shapeText: String { YAMLText.file(shape) }

  private static func columns(_ columns: [Column]) -> DraftNode {
    .list(columns.map { DraftNode.Item(node: column($0), remarks: $0.remarks) })
  }

  private static func column(_ column: Column) -> DraftNode {
    var entries: [DraftNode.Entry] = [.init(key: "label", node: .text(column.label))]
    if let printed = column.printed { entries.append(.init(key: "print", node: .text(printed))) }
    if !column.wide.isEmpty { entries.append(.init(key: "wide", node: .texts(column.wide))) }
    switch column.kind {
    case .text: break
    case .amount: entries.append(.init(key: "type", node: .text("amount")))
    case .code(let digits):
      entries.append(.init(key: "type", node: .text(digits.map { "code(\($0))" } ?? "code")))
    }
    if !column.sum.isEmpty { entries.append(.init(key: "sum", node: .texts(column.sum))) }
    if let whole = column.partOf { entries.append(.init(key: "of", node: .text(whole))) }
    if let list = column.list { entries.append(.init(key: "list", node: .text(list))) }
    if column.isGroup { entries.append(.init(key: "group", node: .word("true"))) }
    if column.isIndicator { entries.append(.init(key: "indicator", node: .word("true"))) }
    if !column.columns.isEmpty { entries.append(.init(key: "columns", node: columns(column.columns))) }
    return entries.count == 1 ? .text(column.label) : .map(entries)
  }

  private static func rows(_ rows: [Row]) -> DraftNode {
    .list(rows.map { DraftNode.Item(node: row($0), remarks: $0.remarks) })
  }

  private static func row(_ row: Row) -> DraftNode {
    var entries: [DraftNode.Entry] = [.init(key: "label", node: .text(row.label))]
    if !row.sum.isEmpty { entries.append(.init(key: "sum", node: .texts(row.sum))) }
    if let whole = row.partOf { entries.append(.init(key: "of", node: .text(whole))) }
    if row.isClosing { entries.append(.init(key: "closing", node: .word("true"))) }
    if !row.rows.isEmpty { entries.append(.init(key: "rows", node: rows(row.rows))) }
    return entries.count == 1 ? .text(row.label) : .map(entries)
  }

  private static func levels(_ levels: [Level]) -> DraftNode {
    .list(levels.map { DraftNode.Item(node: level($0), remarks: $0.remarks) })
  }

  private static func level(_ level: Level) -> DraftNode {
    var entries: [DraftNode.Entry] = []
    func paths(_ paths: [LabelPath]) -> DraftNode {
      paths.count == 1 ? .text(paths[0].description) : .texts(paths.map(\.description))
    }
    if level.kind == .total {
      entries.append(.init(key: "total", node: .text(level.label ?? "none")))
      if let column = level.labelColumn { entries.append(.init(key: "in", node: .text(column.description))) }
      if level.isAtBottom { entries.append(.init(key: "at", node: .word("bottom"))) }
      if level.across > 1 { entries.append(.init(key: "across", node: .word("\(level.across)"))) }
    } else {
      entries.append(.init(key: "level", node: .text(level.kind.word)))
      entries.append(.init(key: "key", node: level.key.isEmpty ? .text("none") : paths(level.key)))
      if let digits = level.digits { entries.append(.init(key: "type", node: .text("code(\(digits))"))) }
      if let name = level.name { entries.append(.init(key: "name", node: .text(name.description))) }
      if !level.empty.isEmpty { entries.append(.init(key: "empty", node: .texts(level.empty.map(\.description)))) }
      if let list = level.list { entries.append(.init(key: "list", node: .text(list))) }
      if level.blankRepeatsAbove { entries.append(.init(key: "blank", node: .text("as-above"))) }
      if !level.repeated.isEmpty {
        entries.append(.init(key: "repeat", node: .texts(level.repeated.map(\.description))))
      }
      if level.spare > 0 { entries.append(.init(key: "spare", node: .word("\(level.spare)"))) }
    }
    if level.isOptional { entries.append(.init(key: "optional", node: .word("true"))) }
    return .map(entries)
  }

  private static func block(_ block: Block) -> DraftNode {
    switch block {
    case .field(let label, let isDepartment):
      var entries: [DraftNode.Entry] = [.init(key: "field", node: .text(label))]
      if isDepartment { entries.append(.init(key: "department", node: .word("true"))) }
      return .map(entries)
    case .list(let label, let columns, let spare):
      return .map([
        .init(key: "list", node: .text(label)), .init(key: "columns", node: .texts(columns)),
        .init(key: "spare", node: .word("\(spare)")),
      ])
    case .amounts(let label, let rows):
      return .map([
        .init(key: "amounts", node: .text(label)), .init(key: "rows", node: amounts(rows), isTree: true),
      ])
    case .table(let label, let columns, let spare):
      return .map([
        .init(key: "table", node: .text(label)), .init(key: "columns", node: Self.columns(columns), isTree: true),
        .init(key: "spare", node: .word("\(spare)")),
      ])
    }
  }

  private static func amounts(_ rows: [AmountRow]) -> DraftNode {
    .list(
      rows.map { row in
        var entries: [DraftNode.Entry] = [.init(key: "label", node: .text(row.label))]
        if let printed = row.printed { entries.append(.init(key: "print", node: .text(printed))) }
        if !row.sum.isEmpty { entries.append(.init(key: "sum", node: .texts(row.sum))) }
        if !row.rows.isEmpty { entries.append(.init(key: "rows", node: amounts(row.rows))) }
        return DraftNode.Item(node: entries.count == 1 ? .text(row.label) : .map(entries), remarks: row.remarks)
      })
  }
}
