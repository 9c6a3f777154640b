import XlsxPackage

/// One row of the sheet 审核计算 that judges a rule: once, or over all rows of a form.
///
/// Its columns: the left side, the right side, the verdict (the difference as a number where the rule fails, 尾 for a
/// difference that rounding explains, 不 where the rule does not apply, nothing where it passes, an error where it cannot
/// be told), the place.
struct AuditBlock {
  static let leftColumn = 2
  static let rightColumn = 3
  static let verdictColumn = 4
  static let placeColumn = 5
  /// Where a row stands that fails: the row of the mirror times a thousand, plus its column.
  static let positionColumn = 6

  static let rounding = "尾"
  static let notApplicable = "不"

  /// The row of the sheet.
  var row: Int
  /// The cells that are marked where it fails, as places of the mirrors.
  var marks: [Mark] = []
  /// How the rule comes out, and what its sides and place say, before anything is filled in.
  var storedVerdict = AuditVerdict.passed
  var storedLeft: Double?
  var storedRight: Double?
  var storedPlace = ""

  /// A cell, or a column of cells, that is marked where a rule fails.
  struct Mark {
    var form: String
    var path: LabelPath
    var kind: Kind

    enum Kind {
      /// A printed row, a labelled amount: the mirrored cell.
      case cell(CellReference)
      /// The total row.
      case total
      /// Each row by the column of the mirror that holds its verdict.
      case verdicts(column: Int)
      /// Each row by the columns of the mirror that hold its sides.
      case sides(AuditRelation, left: Int, right: Int)
      /// Rows of departments or units by the column that holds the verdicts of their slots.
      case slots(column: Int, kind: Int)
    }
  }

  var verdict: String { FormulaText.fixed(row, Self.verdictColumn) }
}
