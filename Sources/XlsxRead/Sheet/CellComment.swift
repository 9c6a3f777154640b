public import XlsxPackage

/// A comment (a note, in newer versions of Excel) on a cell.
public struct CellComment: Hashable, Sendable {
  /// The cell it is on.
  public var reference: CellReference
  /// Who wrote it, nil where the file does not say.
  public var author: String?
  /// Its text, without formatting.
  public var text: String

  /// Creates a comment.
  public init(reference: CellReference, author: String?, text: String) {
    self.reference = reference
    self.author = author
    self.text = text
  }
}
