/// What all workbooks of a form set have in common before any is laid out; worked out once.
struct IssueMaterial: Sendable {
  let set: FormSet
  let rules: RuleBook
  let dictionary: IssuedDictionary

  init(set: FormSet) {
    self.set = set
    rules = RuleBook(set: set)
    dictionary = IssuedDictionary(set: set)
  }
}
