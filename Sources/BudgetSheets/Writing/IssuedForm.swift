/// What makes a planned form one that is issued to be filled in: open parts with guard rows, sums that are live before
/// there is anything to add, drop-downs, and names that are looked up.
struct IssuedForm {
  /// The indexes of the free rows after which a guard row stands.
  var guards: Set<Int>
  /// The dictionaries on their hidden sheet.
  var dictionary: IssuedDictionary
  /// The columns of codes that go with others of the form.
  var pairs: [CodePairs]
  /// The cell that says the department's name, as it stands in the formulas of other sheets.
  var departmentCell: String

  /// Columns of codes that go with others by a table of pairs.
  struct CodePairs: Hashable {
    var first: [LabelPath]
    var second: [LabelPath]
    /// The name of the table.
    var list: String
  }

  /// The columns of codes of a form that rules tie to one another.
  static func pairs(of form: FormDefinition, in set: FormSet) -> [CodePairs] {
    var pairs: [CodePairs] = []
    for case .structural(let rule) in set.rules {
      guard case .listedPair(let number, let first, let second, let list) = rule.kind, number == form.form else {
        continue
      }
      pairs.append(CodePairs(first: first, second: second, list: list))
    }
    return pairs
  }
}
