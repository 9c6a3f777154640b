import BudgetSheets
import XlsxPackage
import XlsxWrite

/// A cell of a written workbook, with what it means there: what decides which mess can be made of it.
struct MessSpot {
  /// What a cell is in its form.
  enum Role: Hashable {
    /// Money.
    case amount
    /// A code; its number of digits, where the form says it.
    case code(digits: Int?)
    /// A name that identifies a row, or that a dictionary holds.
    case name
    /// A printed label.
    case label
    /// The value of an indicator.
    case indicator
    /// Any other text.
    case text
  }

  var place: SheetPlace
  var form: FormDefinition
  var path: LabelPath
  var role: Role
  /// What the cell stores.
  var stored: CellState
  /// What is read there; nil where it is blank.
  var value: FormCell?
  /// The place of its row among those of its form; nil for a cell of a block.
  var row: Int?

  var text: String { value?.value?.text ?? "" }
  var amount: Amount? { value?.value?.amount }

  /// The unit in which the cell counts.
  func unit(in set: FormSet) -> MoneyUnit { value?.unit ?? set.unit }

  /// The amount as a clerk writes it; nil where a double could not hold it.
  func written(in set: FormSet) -> String? {
    guard let amount, amount.fen.magnitude < 1_000_000_000_000_00 else { return nil }
    return amount.text(in: unit(in: set), decimals: 2)
  }

  /// A messed cell in this place.
  func messed(
    _ mechanism: String, _ put: MessedCell.Put, _ verdict: MessVerdict, _ finding: FindingCode? = nil
  ) -> MessedCell {
    MessedCell(mechanism: mechanism, place: place, put: put, verdict: verdict, before: stored, finding: finding)
  }

  /// A text in this place.
  func messed(
    _ mechanism: String, _ text: String, _ verdict: MessVerdict, _ finding: FindingCode? = nil
  ) -> MessedCell {
    messed(mechanism, .content(.text(text)), verdict, finding)
  }
}
