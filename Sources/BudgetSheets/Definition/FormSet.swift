/// The forms of one county and year, as read from a folder of definitions.
public struct FormSet: Sendable, Hashable {
  /// The name of the set, which is that of its folder.
  public var name: String
  /// The version that is stamped into every workbook written.
  public var version: String
  /// Older versions whose workbooks are read as this one.
  public var acceptedVersions: [String]
  /// The years the set is meant for.
  public var years: [String]
  /// What the set is called.
  public var title: String
  /// The unit in which values are kept and printed.
  public var unit: MoneyUnit
  /// The decimals of a printed amount.
  public var decimals: Int
  /// Whether the printed forms leave an amount of nothing blank.
  public var printsNilBlank: Bool
  /// The words before the colon in the lines above and below a form.
  public var labels: FrameLabels
  /// Groups of words that mean the same heading.
  public var synonyms: [[String]]
  /// The dictionaries by name.
  public var lists: [String: CodeList]
  /// The tables of pairs by name.
  public var pairs: [String: PairList]
  /// The forms, in order.
  public var forms: [FormDefinition]
  /// The forms that a book must hold.
  public var required: [String]
  /// How the forms of older sets go over into these.
  public internal(set) var predecessors: [SetSuccession] = []
  /// What tells the definitions of the set from any others: the SHA-256 of its files.
  public internal(set) var digest = ""
  /// The figures that are compared with those of the year before, in their order.
  public internal(set) var growth: [GrowthDefinition] = []
  /// The rules that the set states, beside the sums that its columns and rows imply.
  var rules: [SetRule] = []
  /// How many of them, at the end, were added to the set.
  var addedRules = 0
  /// The conditions of its rules by name.
  var conditions: [String: LinearRule.NamedCondition] = [:]

  /// The words before the colon in the lines above and below a form.
  public struct FrameLabels: Sendable, Hashable {
    /// As in `部门名称：…`.
    public var department: [String]
    /// As in `单位：万元`.
    public var unit: [String]
    /// How a total row may be labelled.
    public var total: [String]
    /// What may stand in a row that numbers the columns, beside the numbers.
    public var columnNumbers: [String]
    /// As in `注：…`.
    public var notes: [String]
    /// As in `填表人：…`.
    public var signatures: [String]
  }

  /// The form of a number, as `03`.
  public func form(_ number: String) -> FormDefinition? {
    forms.first { $0.form == number }
  }
}
