extension FormDefinition {
  /// How many digits the codes have that are typed into a column of an issued form: those of the lowest level, and those of
  /// the classes that stand in the same column; none where that is left open.
  func typedDigits(of leaf: ColumnDefinition) -> [Int] {
    guard case .code(let own) = leaf.kind else { return [] }
    var digits: Set<Int> = []
    for pane in panes {
      for level in pane.levels where pane.isTyped(level.kind) && level.key == [leaf.path] {
        guard let count = level.keyDigits ?? own else { return [] }
        digits.insert(count)
      }
    }
    return digits.isEmpty ? [own].compactMap(\.self) : digits.sorted()
  }

  /// How many digits the codes of a column have; nil where that is left open, or codes of several lengths are typed there.
  func fixedDigits(of leaf: ColumnDefinition) -> Int? {
    guard case .code(let digits) = leaf.kind, typedDigits(of: leaf).count <= 1 else { return nil }
    return digits
  }
}
