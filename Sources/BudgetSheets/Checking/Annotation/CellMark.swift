import XlsxPackage

/// A cell that is to be coloured and commented.
struct CellMark {
  var kind: LevelMark
  /// The lines of the list that are about it.
  var keys: [ListKey] = []
  /// What the comment says, one line for each of them.
  var lines: [String] = []
}
