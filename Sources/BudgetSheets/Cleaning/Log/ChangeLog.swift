/// Every change that cleaning made to one workbook, complete enough to take each back.
public struct ChangeLog: Sendable, Hashable {
  /// The submitted file, without its folder.
  public var file: String
  /// The SHA-256 of the submitted file, in hexadecimal.
  public var sha256: String
  /// The SHA-256 of the cleaned file, in hexadecimal.
  public var cleanedSHA256: String
  /// The form set by which it was read.
  public var set: String
  /// The changes in the order in which they were made; of several to one cell each starts from what the one before left.
  public var changes: [CellChange]

  /// Creates a log.
  public init(file: String, sha256: String, cleanedSHA256: String, set: String, changes: [CellChange]) {
    self.file = file
    self.sha256 = sha256
    self.cleanedSHA256 = cleanedSHA256
    self.set = set
    self.changes = changes
  }
}
