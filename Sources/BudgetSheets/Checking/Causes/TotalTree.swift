/// Which figures are worked out from which by the sums of their forms.
struct TotalTree {
  /// The sums that a figure is the total of, by the figures of their parts.
  private let parts: [Int: [[Int]]]
  /// The totals in which a figure is a part.
  private let totals: [Int: [Int]]

  init(_ equations: [Equation]) {
    var parts: [Int: [[Int]]] = [:]
    var totals: [Int: [Int]] = [:]
    for equation in equations where equation.isSum {
      guard let total = equation.left.first?.figure, !equation.right.isEmpty else { continue }
      parts[total, default: []].append(equation.right.map(\.figure))
      for term in equation.right { totals[term.figure, default: []].append(total) }
    }
    self.parts = parts
    self.totals = totals
  }

  /// Whether a figure is a sum of others.
  func isTotal(_ figure: Int) -> Bool { parts[figure] != nil }

  /// The sums that a figure is the total of.
  func parts(of figure: Int) -> [[Int]] { parts[figure] ?? [] }

  /// The totals that follow from a figure, directly or over others, each once.
  func totals(above figure: Int) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [figure]
    var next = [figure]
    while let figure = next.popLast() {
      for total in totals[figure] ?? [] where seen.insert(total).inserted {
        found.append(total)
        next.append(total)
      }
    }
    return found
  }

  /// The inputs from which a figure is worked out; itself where it is one.
  func inputs(below figure: Int, limit: Int) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [figure]
    var next = [figure]
    while let figure = next.popLast(), found.count < limit {
      guard let sums = parts[figure] else {
        found.append(figure)
        continue
      }
      for part in sums.joined() where seen.insert(part).inserted { next.append(part) }
    }
    return found
  }
}
