/// Writes what a `sum` or `of` refers to, as short as it can be told: `人员经费/*`, `政府性基金 … 其他收入`, `小计`.
struct ReferenceWriter {
  private let targets: [ReferenceResolver.Target]
  private let resolver: ReferenceResolver
  private let known: Set<LabelPath>
  private var addable: Set<LabelPath> = []
  /// What stands below a heading, without parts.
  private var below: [LabelPath: [LabelPath]] = [:]

  init(_ targets: [ReferenceResolver.Target]) {
    self.targets = targets
    resolver = ReferenceResolver(targets: targets)
    known = Set(targets.map(\.path))
    for target in targets {
      if target.isAddable { addable.insert(target.path) }
      if !target.isPart { below[target.path.parent, default: []].append(target.path) }
    }
  }

  /// The references that mean just some paths, seen from another; nil where no text does.
  func references(to wanted: [LabelPath], from path: LabelPath) -> [String]? {
    let set = Set(wanted)
    guard !set.isEmpty else { return nil }
    for compact in [true, false] {
      let texts = compact ? compactReferences(set, from: path) : plainReferences(wanted, from: path)
      if let texts, let meant = resolve(texts, from: path), Set(meant) == set, meant.count == set.count { return texts }
    }
    return nil
  }

  /// The reference that means one path, seen from another; nil where no text does.
  func reference(to wanted: LabelPath, from path: LabelPath) -> String? {
    name(of: wanted, from: path)
  }

  private func resolve(_ texts: [String], from path: LabelPath) -> [LabelPath]? {
    var paths: [LabelPath] = []
    for text in texts {
      guard let node = try? DefinitionNode.parse(YAMLText.scalar(text), file: ""),
        let found = try? resolver.resolve(node, from: path)
      else { return nil }
      paths += found
    }
    return paths
  }

  private func plainReferences(_ wanted: [LabelPath], from path: LabelPath) -> [String]? {
    var texts: [String] = []
    for path in wanted.map({ name(of: $0, from: path) }) {
      guard let path else { return nil }
      texts.append(path)
    }
    return texts
  }

  private func compactReferences(_ wanted: Set<LabelPath>, from path: LabelPath) -> [String]? {
    if let heading = heading(over: wanted) { return name(of: heading, from: path).map { [$0 + "/*"] } }
    var texts: [String] = []
    var rest = wanted
    var seen: Set<LabelPath> = []
    for target in targets where seen.insert(target.path.parent).inserted {
      let children = children(of: target.path.parent)
      var index = 0
      while index < children.count {
        var end = index
        while end < children.count, isWanted(children[end], rest) { end += 1 }
        if end - index >= 3 {
          guard let first = name(of: children[index], from: path), let last = name(of: children[end - 1], from: path)
          else { return nil }
          texts.append("\(first) … \(last)")
          for child in children[index..<end] { rest.subtract(addends(child)) }
        } else {
          for child in children[index..<end] where !isAddable(child) && addends(child).count > 1 {
            guard let name = name(of: child, from: path) else { return nil }
            texts.append(name + "/*")
            rest.subtract(addends(child))
          }
        }
        index = max(end, index + 1)
      }
    }
    for target in targets where rest.contains(target.path) {
      guard let name = name(of: target.path, from: path) else { return nil }
      texts.append(name)
    }
    return texts
  }

  /// The heading of which just some paths are what stands below it.
  private func heading(over wanted: Set<LabelPath>) -> LabelPath? {
    guard wanted.count > 1, let first = wanted.first else { return nil }
    var parent = first.parent
    while !parent.labels.isEmpty {
      if known.contains(parent), Set(children(of: parent).flatMap(addends)) == wanted { return parent }
      parent = parent.parent
    }
    return nil
  }

  private func isWanted(_ child: LabelPath, _ wanted: Set<LabelPath>) -> Bool {
    let own = addends(child)
    return !own.isEmpty && own.allSatisfy(wanted.contains)
  }

  private func isAddable(_ path: LabelPath) -> Bool { addable.contains(path) }

  private func children(of path: LabelPath) -> [LabelPath] { below[path] ?? [] }

  private func addends(_ path: LabelPath) -> [LabelPath] {
    isAddable(path) ? [path] : children(of: path).flatMap(addends)
  }

  /// The shortest text that means a path, seen from another: without the headings that both have.
  private func name(of wanted: LabelPath, from path: LabelPath) -> String? {
    var scope = path.parent
    while !wanted.starts(with: scope) || scope.labels.count >= wanted.labels.count {
      if scope.labels.isEmpty { return nil }
      scope = scope.parent
    }
    while true {
      let text = LabelPath(Array(wanted.labels.dropFirst(scope.labels.count)))
      if isMeant(text, wanted, from: path) { return text.description }
      if scope.labels.isEmpty { return nil }
      scope = scope.parent
    }
  }

  /// Whether what stands nearer does not bear the same labels.
  private func isMeant(_ text: LabelPath, _ wanted: LabelPath, from path: LabelPath) -> Bool {
    var scope = path
    repeat {
      scope = scope.parent
      let candidate = LabelPath(scope.labels + text.labels)
      if known.contains(candidate) { return candidate == wanted }
    } while !scope.labels.isEmpty
    return false
  }
}
