/// A rule that is not linear, as a form set words it: which of the few kinds, and on which forms and columns.
struct StructuralRule: Sendable, Hashable {
  /// The rows of one form that a rule looks at.
  struct Rows: Sendable, Hashable {
    var form: String
    var columns: [LabelPath]
  }

  enum Kind: Sendable, Hashable {
    /// The rows of details of both forms say the same in these columns.
    case sameKeys(Rows, Rows)
    /// Both forms have the same number of rows of details.
    case sameCount(String, String)
    /// The functional class of every row of details has its printed row in a pane of another form.
    case classRow(Rows, form: String, pane: Int)
    /// Both codes of every row of details stand in a table of pairs.
    case listedPair(form: String, first: [LabelPath], second: [LabelPath], list: String)
    /// The departments and units of other forms stand in one form, under the same names; the texts of some columns are
    /// such names.
    case knownUnits(form: String, others: [String], names: [Rows])
    /// A form without amounts says so in its note.
    case emptyNote(form: String)
    /// A form that says to be empty has no amounts.
    case noteWithoutAmounts(form: String)
    /// No row of details is there twice with all its amounts.
    case noRepeatedRow(form: String)
  }

  var code: FindingCode
  var level: Finding.Level
  var meaning: String?
  var basis: String
  var place: RulePlace
  var text: String
  var kind: Kind
}
