import BudgetSheets
import Testing

@Suite struct FindingExplanationTests {
  @Test func everyCodeHasAnExplanationInBothLanguages() {
    for code in FindingCode.allCases {
      let texts = Language.allCases.map { code.explanation(in: $0) }
      guard let chinese = texts[0], let english = texts[1] else {
        Issue.record("\(code.rawValue) has none")
        continue
      }
      for (first, second) in zip(Self.texts(chinese), Self.texts(english)) {
        #expect(first.contains { $0.isLetter && !$0.isASCII } && first.last == "。" || first.last == "）", "\(first)")
        #expect(!second.isEmpty && first != second && second.last.map { ".?)".contains($0) } == true, "\(second)")
      }
      // An example shows the code.
      #expect(chinese.example.contains("\(code.rawValue)") || code == .sheetNameDisagrees, "\(code.rawValue)")
      #expect(english.example.contains("\(code.rawValue)"), "\(code.rawValue)")
    }
  }

  @Test func theCodeOfARuleHasNone() { #expect(FindingCode(rule: "X10").explanation(in: .chinese) == nil) }

  @Test func noTwoCodesHaveTheSameExplanation() {
    for language in Language.allCases {
      let meanings = FindingCode.allCases.compactMap { $0.explanation(in: language)?.meaning }
      #expect(Set(meanings).count == meanings.count)
    }
  }

  private static func texts(_ explanation: FindingExplanation) -> [String] {
    [explanation.meaning, explanation.remedy, explanation.basis, explanation.example]
  }
}
