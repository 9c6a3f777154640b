/// What one repair would do to a workbook.
struct Proposal {
  /// The changes, in order.
  var changes: [CellChange] = []
  /// What it would repair but must leave.
  var kept: [CleaningResult.Kept] = []
}
