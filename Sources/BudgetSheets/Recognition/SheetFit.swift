/// How well a sheet fits as what it was taken for.
struct SheetFit {
  /// The form; nil where it is none, or cannot be read as one.
  private(set) var form: String?
  /// How many of the form's columns, or of the labels by which a form of blocks is known, are there.
  private(set) var matched = 0
  /// Whether all of them are.
  private(set) var isWhole = false
  /// How much it speaks for the set.
  private(set) var weight = 0

  init(_ result: SheetIdentifier.Result, of grid: SheetGrid, in identifier: SheetIdentifier) {
    switch result {
    case .form(let form, let match, let evidence):
      self.form = form.form
      if let match {
        (matched, isWhole) = (match.matched, match.matched == match.columns.count)
      } else {
        let marks = identifier.landmarks(of: form, in: grid)
        (matched, isWhole) = (marks.found, marks.found == marks.count)
      }
      weight = 10 + matched * 2
      switch evidence {
      // A title alone is as good as one heading.
      case .code, .title: weight += 1
      case .sheetName, .header, .headerAgainstTitle: break
      }
    case .ambiguous: weight = 10
    case .headerNotMatched: weight = 4
    case .none, .ofOtherSet: break
    }
  }
}
