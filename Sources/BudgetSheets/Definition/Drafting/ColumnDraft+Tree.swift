extension ColumnDraft {
  /// The columns as a definition holds them.
  var tree: [FormDraft.Column] { tree(leaves.indices.map { $0 }, depth: 0, ReferenceWriter(targets)) }

  /// The columns below one outermost heading.
  func tree(below heading: String) -> [FormDraft.Column] {
    tree(leaves.indices.filter { leaves[$0].path.labels.first == heading }, depth: 1, ReferenceWriter(targets))
  }

  private func tree(_ indexes: [Int], depth: Int, _ writer: ReferenceWriter) -> [FormDraft.Column] {
    var columns: [FormDraft.Column] = []
    var rest = indexes[...]
    while let first = rest.first {
      let label = leaves[first].path.labels[depth]
      let own = rest.prefix { leaves[$0].path.labels[depth] == label }
      rest = rest.dropFirst(own.count)
      let path = LabelPath(Array(leaves[first].path.labels.prefix(depth + 1)))
      if leaves[first].wide == path {
        columns.append(
          FormDraft.Column(label: label, printed: printed[path], wide: own.map { leaves[$0].path.leaf }))
      } else if leaves[first].path.labels.count == depth + 1 {
        columns.append(leaf(first, writer))
      } else {
        columns.append(
          FormDraft.Column(label: label, printed: printed[path], columns: tree(Array(own), depth: depth + 1, writer)))
      }
    }
    return columns
  }

  private func leaf(_ index: Int, _ writer: ReferenceWriter) -> FormDraft.Column {
    let leaf = leaves[index]
    var column = FormDraft.Column(label: leaf.path.leaf, printed: printed[leaf.path], kind: leaf.kind, list: leaf.list)
    column.remarks = leaf.remarks.map { "请核对：" + $0.sentence.chinese } + leaf.notes
    if !leaf.sum.isEmpty {
      if let texts = writer.references(to: leaf.sum, from: leaf.path) {
        column.sum = texts
      } else {
        column.remarks.append("请核对：合计项 \(leaf.sum.map(\.description).joined(separator: "、"))")
      }
    }
    if let whole = leaf.partOf { column.partOf = writer.reference(to: whole, from: leaf.path) }
    column.isGroup = leaf.kind == .text && vocabulary.isGroup(leaf.path.leaf)
    column.isIndicator = leaf.kind == .text && vocabulary.isIndicator(leaf.path.leaf)
    return column
  }

  /// What sums may refer to: all headings and columns.
  private var targets: [ReferenceResolver.Target] {
    var targets: [ReferenceResolver.Target] = []
    var seen: Set<LabelPath> = []
    for leaf in leaves {
      for depth in 1...leaf.path.labels.count {
        let path = LabelPath(Array(leaf.path.labels.prefix(depth)))
        guard seen.insert(path).inserted else { continue }
        let isLeaf = path == leaf.path
        targets.append(.init(path: path, isAddable: isLeaf, isPart: isLeaf && leaf.partOf != nil))
      }
    }
    return targets
  }

  // MARK: Names and what goes on

  /// The first column of texts right of a key and before the amounts.
  func nameColumn(after key: Int) -> LabelPath? {
    for leaf in leaves[(key + 1)...] {
      if leaf.isAmount { return nil }
      if leaf.kind == .text { return leaf.path }
    }
    return nil
  }

  /// Texts right of all amounts may go on in further rows, as the indicators of a project do.
  func repeated(after key: Int) -> [LabelPath] {
    guard let last = leaves.lastIndex(where: \.isAmount) else { return [] }
    let further = leaves[(last + 1)...].filter { $0.kind == .text }
    guard further.count >= 2, last > key else { return [] }
    var paths: [LabelPath] = []
    for leaf in further {
      let top = LabelPath([leaf.path.labels[0]])
      let isWhole = leaves.filter { $0.path.starts(with: top) }.allSatisfy { other in
        further.contains { $0.path == other.path }
      }
      let path = isWhole ? top : leaf.path
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }
}
