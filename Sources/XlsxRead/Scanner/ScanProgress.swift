/// How far a scanner has come.
struct ScanProgress {
  /// How many bytes it has taken.
  var taken: Int
  /// Whether the token at that place is not canonical; else it has not ended yet.
  var isIrregular: Bool
}
