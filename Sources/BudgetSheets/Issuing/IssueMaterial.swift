/// What all workbooks of a form set have in common before any is laid out; worked out once.
struct IssueMaterial: Sendable {
  let set: FormSet
  let rules: RuleBook
  let dictionary: IssuedDictionary
  private let codeLengths: CodeLengths

  init(set: FormSet) {
    self.set = set
    rules = RuleBook(set: set)
    dictionary = IssuedDictionary(set: set)
    codeLengths = CodeLengths(set: set)
  }

  /// What there is to say of an order whatever its workbook is like.
  func findings(on order: IssueOrder) -> [Finding] { codeLengths.finding(order.department).map { [$0] } ?? [] }
}
