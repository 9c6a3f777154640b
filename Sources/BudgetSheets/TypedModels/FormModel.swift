/// A typed model of one form: plain properties whose coding keys are label paths.
///
/// A model carries what the form says: its title, the rows with their kinds and keys, every value, what a blank cell
/// takes from the cell above, and the notes. It does not carry how and where that stood in a workbook: sheet and cells,
/// raw texts, formulas, hidden rows. ``FormData/init(encoding:form:unit:over:)`` takes those from the original.
public protocol FormModel: Codable, Sendable, Equatable {
  /// The title as printed.
  var title: String? { get set }
  /// The lines of text below the form.
  var notes: [String] { get set }
}
