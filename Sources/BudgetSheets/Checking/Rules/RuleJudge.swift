/// Makes the equations of a book: every instance of every rule with amounts.
struct RuleJudge {
  let figures: Figures
  let set: FormSet
  var outcomes = RuleOutcomes()
  var keyTexts: [KeyColumns: [String?]] = [:]
  var keyRows: [KeyColumns: [String: [Int]]] = [:]
  /// The figures of the equation being made that hold no readable amount.
  var unreadable: Set<Int> = []
  var openKeys: [KeyColumns: [OpenKey]] = [:]
  var rowMatches: [RowMatches.Form: RowMatches] = [:]
  var conditionIndex: [LinearRule.Comparison: Result<Int, Missing>] = [:]

  struct KeyColumns: Hashable {
    var form: String
    var columns: [LabelPath]
    var kind = RowKind.detail
    var isPrior: Bool
  }

  /// A row of details whose key cannot be read: the cell that is to blame, and what stands before it.
  struct OpenKey {
    var row: Int
    var column: LabelPath
    var known: String
  }

  /// Why an equation cannot be made.
  struct Missing: Error {
    var reason: RuleResult.Reason
  }

  /// The row and column for which a rule is judged.
  struct Context {
    var form: FormFigures?
    var row: Int?
    var column: LabelPath?
    var className: String?
    var keys: [String] = []
  }

  init(figures: Figures, set: FormSet) {
    self.figures = figures
    self.set = set
  }
}
