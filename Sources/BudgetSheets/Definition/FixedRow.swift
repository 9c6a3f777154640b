/// A printed row of a form whose rows are fixed.
public struct FixedRow: Sendable, Hashable {
  /// The labels from the outermost row down to this one; two rows of one label differ by what stands above them.
  public var path: LabelPath
  /// Other wordings of the label.
  public var aliases: [String]
  /// The functional class (类) that the row stands for.
  public var classCode: String?
  /// The rows that add up to this one.
  public var sum: [LabelPath]
  /// The row of which this one is a part (其中).
  public var partOf: LabelPath?
  /// Whether it closes its pane: such rows of all panes stand side by side at the bottom.
  public var isClosing: Bool

  /// The row's own label, as printed.
  public var label: String { path.leaf }
}
