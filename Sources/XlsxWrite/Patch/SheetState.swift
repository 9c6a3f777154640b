internal import XlsxPackage

/// What is known of one sheet of the workbook that is changed, and what is to become of it.
final class SheetState {
  /// How the sheet stands in the file; nil for one that is added.
  struct Original {
    var name: String
    var visibility: SheetVisibility
    /// The place of its element in the workbook's part.
    var element: Int
    var part: String
    var isWorksheet: Bool
  }

  let original: Original?
  var added: AddedWorksheet?
  var name: String
  var visibility: SheetVisibility
  var edits = SheetEdits()
  /// The comments, once somebody asks for them.
  var comments: SheetComments?
  var relationships: RelationshipList?

  init(_ original: Original) {
    self.original = original
    added = nil
    name = original.name
    visibility = original.visibility
  }

  init(_ added: AddedWorksheet, name: String, visibility: SheetVisibility) {
    original = nil
    self.added = added
    self.name = name
    self.visibility = visibility
  }
}
