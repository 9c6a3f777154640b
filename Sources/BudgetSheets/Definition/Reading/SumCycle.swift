/// Sums that go round in a circle.
enum SumCycle {
  /// One such circle, its first member again at the end; nil where there is none.
  static func find(in sums: [LabelPath: [LabelPath]]) -> [LabelPath]? {
    var done: Set<LabelPath> = []
    func visit(_ path: LabelPath, _ trail: [LabelPath]) -> [LabelPath]? {
      if let start = trail.firstIndex(of: path) { return Array(trail[start...]) + [path] }
      if !done.insert(path).inserted { return nil }
      for addend in sums[path] ?? [] {
        if let cycle = visit(addend, trail + [path]) { return cycle }
      }
      return nil
    }
    for path in sums.keys.sorted(by: { "\($0)" < "\($1)" }) {
      if let cycle = visit(path, []) { return cycle }
    }
    return nil
  }
}
