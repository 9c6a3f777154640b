extension Cleaner {
  /// Every repair, in the order in which they are done to a cell.
  static let catalogue: [any Repair] = []
}
