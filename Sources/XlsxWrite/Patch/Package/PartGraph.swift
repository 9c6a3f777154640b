internal import XlsxPackage

/// Which parts of a package lead to which, by what two names of one part have in common.
struct PartGraph {
  private var targets: [String: Set<String>] = [:]

  /// Reads the relationships of all parts. What belongs to no part of the package counts for nothing.
  init(_ package: SourcePackage) throws(XlsxWriteError) {
    var byteCount = 0
    for part in [""] + package.names where package.has(PartName.relationships(of: part)) {
      let list = try RelationshipList(of: part, in: package)
      // The bound on what is kept of one part holds for all of these together.
      byteCount += list.byteCount
      if byteCount > package.limits.keptPartBytes {
        throw XlsxWriteError(
          PackageFault(
            .overLimit,
            "the relationships of the parts expand to more than the limit of \(package.limits.keptPartBytes) bytes"),
          path: package.file, part: list.part)
      }
      targets[PartName.key(part)] = Set(
        list.items.filter { !$0.isExternal && package.has($0.target) }.map { PartName.key($0.target) })
    }
  }

  /// Has a part lead no longer to some others.
  mutating func cut(from source: String, to others: Set<String>) { targets[PartName.key(source)]?.subtract(others) }

  /// The parts to which some others lead, themselves among them, and nothing else does.
  func parts(reachedOnlyFrom starts: Set<String>) -> Set<String> {
    let reached = parts(reachedFrom: starts)
    let others = targets.filter { !reached.contains($0.key) }.reduce(into: Set<String>()) { $0.formUnion($1.value) }
    return reached.subtracting(parts(reachedFrom: others))
  }

  /// The parts to which some others lead, themselves among them.
  func parts(reachedFrom starts: Set<String>) -> Set<String> {
    var reached = starts
    var open = Array(starts)
    while let part = open.popLast() {
      for target in targets[part] ?? [] where reached.insert(target).inserted { open.append(target) }
    }
    return reached
  }
}
