public import XlsxPackage

/// A comment (a note, in newer versions of Excel) on a cell, or a comment with replies (a threaded comment).
public struct CellComment: Hashable, Sendable {
  /// The cell it is on.
  public var reference: CellReference
  /// Who wrote it, nil where the file does not say.
  public var author: String?
  /// Its text, without formatting.
  public var text: String
  /// When it was written, as the file writes it: `2026-01-31T08:00:00.00`. Notes do not say it.
  public var date: String?
  /// The answers to it, in the order of the file, on the same cell. Notes have none.
  public var replies: [CellComment] = []
  /// Whether the discussion is marked as resolved.
  public var isResolved = false

  /// Creates a comment without replies.
  public init(reference: CellReference, author: String?, text: String) {
    self.reference = reference
    self.author = author
    self.text = text
  }
}
