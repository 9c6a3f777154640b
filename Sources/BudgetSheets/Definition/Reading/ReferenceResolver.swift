/// Finds what the `sum:` and `of:` of a definition refer to.
///
/// A reference is looked up first among the siblings of whoever says it, then one heading further out, and so on.
/// `A/*` means what stands below A, `A … B` the siblings from A to B; neither takes in parts (其中).
struct ReferenceResolver {
  /// A column heading or a row that can be referred to.
  struct Target {
    var path: LabelPath
    /// Whether it has amounts of its own: a leaf column, any row.
    var isAddable: Bool
    var isPart: Bool
  }

  let targets: [Target]
  private let index: [LabelPath: Int]

  init(targets: [Target]) {
    self.targets = targets
    index = Dictionary(targets.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The addable paths that a reference means, seen from a column or row.
  func resolve(_ reference: DefinitionNode, from path: LabelPath) throws(DefinitionError) -> [LabelPath] {
    let text = try reference.text()
    let ends = text.split(separator: "…").map { $0.trimmed }
    if ends.count == 2 { return try range(ends[0], ends[1], reference, from: path) }
    if text.hasSuffix("/*") {
      let heading = try find(String(text.dropLast(2)), reference, from: path)
      return children(of: heading).flatMap(addends)
    }
    return addends(try find(text, reference, from: path))
  }

  /// The one path that a reference means.
  func resolveOne(_ reference: DefinitionNode, from path: LabelPath) throws(DefinitionError) -> LabelPath {
    try find(try reference.text(), reference, from: path)
  }

  private func range(
    _ first: String, _ last: String, _ reference: DefinitionNode, from path: LabelPath
  ) throws(DefinitionError) -> [LabelPath] {
    let start = try find(first, reference, from: path)
    let end = try find(last, reference, from: path)
    let siblings = children(of: start.parent)
    guard let lower = siblings.firstIndex(of: start), let upper = siblings.firstIndex(of: end), lower <= upper else {
      throw reference.error(.referenceUnknown(last, suggestion: nil))
    }
    return siblings[lower...upper].flatMap(addends)
  }

  /// The direct children that are not parts of one another.
  private func children(of path: LabelPath) -> [LabelPath] {
    targets.filter { $0.path.parent == path && !$0.isPart }.map(\.path)
  }

  private func addends(_ path: LabelPath) -> [LabelPath] {
    guard let target = index[path].map({ targets[$0] }) else { return [] }
    return target.isAddable ? [path] : children(of: path).flatMap(addends)
  }

  private func find(
    _ text: String, _ reference: DefinitionNode, from path: LabelPath
  ) throws(DefinitionError) -> LabelPath {
    guard let wanted = LabelPath(text: text) else { throw reference.error(.expected("a label path")) }
    var scope = path
    while true {
      scope = scope.parent
      let candidate = LabelPath(scope.labels + wanted.labels)
      if index[candidate] != nil { return candidate }
      if scope.labels.isEmpty { break }
    }
    let known = targets.map(\.path.leaf)
    throw reference.error(.referenceUnknown(text, suggestion: Suggestion.nearest(to: wanted.leaf, among: known)))
  }
}

extension Substring {
  /// The text without the white space around it.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
