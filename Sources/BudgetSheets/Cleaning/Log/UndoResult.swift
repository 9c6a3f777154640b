/// What taking changes back came to. Nothing is written yet.
public struct UndoResult: Sendable {
  /// The workbook with its cells as they were.
  public var bytes: [UInt8]
  /// The changes that were taken back, in the order of the log.
  public var undone: [CellChange]
  /// What is still changed, as the log of the new bytes.
  public var remaining: ChangeLog
}
