extension Cause.Mechanism {
  /// What it is called for short.
  public func name(in language: Language) -> String { ReportText.mechanismName(self).text(in: language) }
}
