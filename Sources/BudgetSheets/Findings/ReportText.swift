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
  case explanationsToReview(Int)
  case level(Finding.Level)
  case mechanism(Cause.Mechanism)
  case mechanismName(Cause.Mechanism)

  // The page of a report.
  case reportName
  case year(String)
  case amountsIn(String)
  case noDepartment
  case allFiles
  case counts(String)
  case ledger
  case due
  case passed
  case failed
  case notApplicable
  case notChecked
  case notCheckedTitle(Int)
  case forms
  case noFindings
  case rules
  case rulesTitle(Int)
  case rule
  case code
  case reason
  case semicolon
  case listComma

  // Causes.
  case causesTitle
  case causesHint
  case causesIncomplete
  case cause(Int)
  case causeWithoutProposal
  case sameDifference(String, String)
  case cell
  case item
  case reported
  case proposed
  case expected
  case atMost
  case atLeast
  case leftSide
  case otherFigure
  case rightSide
  case difference
  case derived
  case notReported
  case leaveBlank
  case notRead
  case reportedAmount(String)
  case shouldBe(String)
  case atMostAmount(String, String)
  case atLeastAmount(String, String)
  case otherIs(String, String)
  case otherIsBlank(String)
  case otherHasNoRow(String)
  case figures(String, String, String)
  case explains(Int)
  case sameAmount(Int)
  case belongTogether(Int)
  case agreeingForms(Int)
  case alternative
  case suggestedBy(Int)

  // Findings and forms.
  case findingsTitle
  case levelMeaning(Finding.Level)
  case workbook
  case places(Int)
  case finding(Int)
  case explained
  case explanation
  case filter
  case all
  case filterByVerdict
  case levelCount(String, Int, explained: Int)
  case explainedCount(Int)
  case blankParts(Int)
  case hiddenRow
  case converted(from: String, to: String)
  case noSuchForm

  // The year before.
  case growthTitle
  case growthSource(String)
  case thisYear
  case yearBefore(String?)
  case growthFigure
  case growthAmount
  case growthPercent
  case growthWords

  // The list of files.
  case indexTitle
  case findings
  case checks
  case files(Int)
  case file
  case department
  case verdictTitle
  case unreadable

  // What other tools are told.
  case ruleNotChecked(Int, of: Int, rule: String, String)
  case rulesOfCode(String, Int)
  case suggestion(String, String)

  /// The words in a language.
  func text(in language: Language) -> String {
    let words = words
    return language == .chinese ? words.chinese : words.english
  }
}
