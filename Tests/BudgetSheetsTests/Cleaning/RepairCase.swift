import BudgetSheets
import XlsxWrite

/// Something that a clerk may have put into cells of the published budget, and what must come of it.
struct RepairCase: CustomStringConvertible, Sendable {
  var name: String
  /// The content of cells.
  var put: [String: CellContent]
  var formats: [String: String] = [:]
  /// The repairs that are selected.
  var selection: RepairSelection = .all
  /// The repair that must do it; nil where nothing may be changed.
  var code: RepairCode?
  /// What the cells must hold afterwards, as `MessedSubmission.content` tells it.
  var result: [String: String]
  /// The finding that must stand at the first cell of `result` where nothing is changed.
  var told: FindingCode?

  var description: String { name }

  static func repaired(
    _ name: String, _ code: RepairCode, _ put: [String: CellContent], formats: [String: String] = [:],
    selection: RepairSelection = .all, to result: [String: String]
  ) -> RepairCase {
    RepairCase(name: name, put: put, formats: formats, selection: selection, code: code, result: result)
  }

  /// A cell that must stay as it is.
  static func kept(
    _ name: String, _ place: String, _ content: CellContent, as result: String, told: FindingCode? = nil,
    with others: [String: CellContent] = [:], formats: [String: String] = [:], selection: RepairSelection = .all
  ) -> RepairCase {
    RepairCase(
      name: name, put: others.merging([place: content]) { $1 }, formats: formats, selection: selection,
      result: [place: result], told: told)
  }
}
