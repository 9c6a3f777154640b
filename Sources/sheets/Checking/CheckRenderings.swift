import BudgetSheets

// Stand-ins until the library has them.
extension CheckReport {
  func html(in set: FormSet, language: Language) -> String { "" }
}
