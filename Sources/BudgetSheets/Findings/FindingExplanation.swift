/// What a code is about, at more length than its findings say it.
public struct FindingExplanation: Sendable, Hashable {
  /// What it means, and why it matters.
  public var meaning: String
  /// What to do about it.
  public var remedy: String
  /// What it rests on: a regulation, the format of workbooks, or a decision of this program.
  public var basis: String
  /// A small case, before and after.
  public var example: String

  /// Creates an explanation.
  public init(meaning: String, remedy: String, basis: String, example: String) {
    self.meaning = meaning
    self.remedy = remedy
    self.basis = basis
    self.example = example
  }
}

extension FindingCode {
  /// What the code is about; nil for the code of a rule, which its form set describes.
  public func explanation(in language: Language) -> FindingExplanation? {
    guard let entry = sentence?.explanationEntry else { return nil }
    return language == .chinese ? entry.chinese : entry.english
  }

  /// The nearest of some codes to what somebody typed; nil where none is near.
  package static func nearest(to text: String, among codes: [String]) -> String? {
    Suggestion.nearest(to: text, among: codes)
  }
}

/// An explanation in both languages.
struct ExplanationEntry {
  var chinese: FindingExplanation
  var english: FindingExplanation

  init(_ chinese: FindingExplanation, _ english: FindingExplanation) {
    self.chinese = chinese
    self.english = english
  }
}

extension FindingSentence {
  /// The explanation of a code's sentence; nil for those that only rules say.
  var explanationEntry: ExplanationEntry? {
    fileExplanation ?? sheetExplanation ?? frameExplanation ?? amountExplanation ?? codeExplanation
      ?? writingExplanation ?? issuedExplanation ?? priorExplanation
  }
}
