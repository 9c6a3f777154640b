/// All forms of one department for one year: what is read from a workbook, and what a workbook is written from.
public struct Book: Sendable, Hashable {
  /// The file it was read from, without its folder.
  public var file: String?
  /// The name of the form set.
  public var set: String
  /// The year as printed, as `2023`.
  public var year: String
  /// The department as printed above the forms.
  public var department: String
  /// The forms, in the order of the set.
  public var forms: [FormData]
  /// What the workbook holds beside the forms.
  public var outside: [OutsideCell]
  /// What there is to say about the workbook.
  public var findings: [Finding]
  /// What the submitter wrote about the findings of the last check, in the list of the returned workbook.
  public var explanations: [Explanation] = []
  /// What the workbook says of its own making; nil where it says nothing of it.
  public var stamp: Stamp?
  /// What the sheet 审核 of an issued workbook says of the rules.
  public var verdicts: [StoredVerdict] = []

  /// Creates a book.
  public init(
    file: String? = nil, set: String, year: String, department: String, forms: [FormData] = [],
    outside: [OutsideCell] = [], findings: [Finding] = []
  ) {
    self.file = file
    self.set = set
    self.year = year
    self.department = department
    self.forms = forms
    self.outside = outside
    self.findings = findings
  }

  /// The form of a number, as `03`.
  public func form(_ number: String) -> FormData? { forms.first { $0.form == number } }
}
