/// Whether a worksheet shows in the list of sheets.
public enum SheetVisibility: String, Hashable, Sendable {
  /// The sheet shows.
  case visible
  /// The user has hidden the sheet and can show it again.
  case hidden
  /// A program has hidden the sheet; no menu shows it again.
  case veryHidden
}
