extension Cause.Mechanism {
  /// What it is called for short.
  public func name(in language: Language) -> String { ReportText.mechanismName(self).text(in: language) }
}

extension Cause.Change {
  /// What the cell says, for people: the amount, or that it is not filled in.
  ///
  /// - Parameter mechanism: What may have happened; a cell that could not be read has no amount, but is not blank.
  public func reportedText(in set: FormSet, language: Language, mechanism: Cause.Mechanism?) -> String {
    if let reported { return reported.textForPeople(in: set) }
    return (mechanism == .unreadable ? ReportText.notRead : .notReported).text(in: language)
  }

  /// What the cell would say, for people: the amount, or that it is to be left blank.
  public func proposedText(in set: FormSet, language: Language) -> String {
    proposed?.textForPeople(in: set) ?? ReportText.leaveBlank.text(in: language)
  }
}

extension Amount {
  /// The amount as a form set prints it, with a minus sign that cannot be taken for a hyphen.
  func textForPeople(in set: FormSet) -> String {
    text(in: set.unit, decimals: set.decimals).replacing("-", with: "−")
  }
}
