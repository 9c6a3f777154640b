/// What an annotated copy holds beside the submitter's own content.
public struct Annotation: Sendable, Hashable {
  /// The name of the sheet that lists the findings.
  public var listSheet: String
  /// How many lines its table has; many findings of one kind may share a line.
  public var lines: Int
  /// The cells that are coloured.
  public var markedCells: Int
  /// The cells that ought to be coloured and could not be, as inside a part that no program may change. Their findings
  /// stand in the list, which says so.
  public var unmarked: [Place]
  /// How many cells bear no mark of an earlier round any more, or a new one in its place.
  public var renewedCells: Int
}
