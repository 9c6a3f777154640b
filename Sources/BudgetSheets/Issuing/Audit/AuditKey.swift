/// Columns whose texts together tell rows apart, in the rows of one level.
struct AuditKey: Hashable {
  var columns: [LabelPath]
  var kind: RowKind
}
