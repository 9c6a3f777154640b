/// The words of a report that stand around its findings, in both languages.
enum ReportText: Sendable, Hashable {
  // The verdict.
  case verdict(CheckVerdict)
  case sentence(String, String, String)
  case comma
  case noErrors
  case noRules
  case errorsToCorrect(Int)
  case warningsToExplain(Int)
  case warningsExplained(Int)
  case checksMade(Int)
  case checksNotMade(Int, of: Int)
  case next(CheckVerdict, Int)
  case level(Finding.Level)
  case mechanism(Cause.Mechanism)

  /// The words in a language.
  func text(in language: Language) -> String {
    let words = words
    return language == .chinese ? words.chinese : words.english
  }
}
