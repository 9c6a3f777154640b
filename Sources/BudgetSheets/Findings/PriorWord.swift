/// The word that stands before what is in the workbook of the year before, be it a cell or a form.
enum PriorWord {
  /// The word in the arguments of findings, which are the same in all languages.
  static let chinese = "上年"

  /// The word in a language, to be followed by a blank.
  static func before(in language: Language) -> String { language == .chinese ? chinese : "last year's" }

  /// A name with the word before it.
  static func before(_ name: BilingualText) -> BilingualText {
    name.inside({ before(in: .chinese) + " " + $0 }, { before(in: .english) + " " + $0 })
  }

  /// The arguments of a finding with the word in a language.
  static func words(_ arguments: [String: String], in language: Language) -> [String: String] {
    if language == .chinese { return arguments }
    return arguments.mapValues { $0.replacing(chinese + " ", with: before(in: language) + " ") }
  }
}

extension Finding {
  /// The arguments with words of a language where cells of the year before are named.
  func words(in language: Language) -> [String: String] {
    guard let judgement else { return arguments }
    let isOfPrior =
      sentence == .noPriorCounterpart || (judgement.left + judgement.right).contains { $0.place.isPrior }
    return isOfPrior ? PriorWord.words(arguments, in: language) : arguments
  }
}
