/// The stable code of what a finding says.
///
/// The letter is the layer: `F` the file, `S` the structure of a sheet, `C` a cell, `L` a dictionary, `B` the sums of a
/// form (`B03`), `R` the rules that a form states, `X` those between forms, `U` a county's own, `W` the writing. The codes of rules come from the form set, all
/// others are named here. A code is never used again for anything else.
public struct FindingCode: Sendable, Hashable {
  /// The code as printed, as `S01` or `X10`.
  public let rawValue: String

  /// Creates the code of a rule, as `X10`.
  public init(rule: String) {
    rawValue = rule
  }

  private init(_ sentence: FindingSentence) {
    rawValue = sentence.rawValue
  }

  /// The one sentence that goes with the code; nil for the code of a rule, whose findings say one of several.
  var sentence: FindingSentence? { FindingSentence(rawValue: rawValue) }

  /// How much it matters; that of a rule is the rule's own, told by its findings.
  public var level: Finding.Level { sentence?.level ?? .error }

  /// The sentence in a language, with `{name}` replaced by the argument of that name; empty for the code of a rule.
  public func message(in language: Language, filledWith arguments: [String: String]) -> String {
    sentence?.text(in: language, filledWith: arguments) ?? ""
  }

  public static let noFormInWorkbook = FindingCode(.noFormInWorkbook)
  public static let severalFormSets = FindingCode(.severalFormSets)
  public static let stampOfOtherSet = FindingCode(.stampOfOtherSet)
  public static let issueOutdated = FindingCode(.issueOutdated)
  public static let departmentNotIssued = FindingCode(.departmentNotIssued)
  public static let verdictDiffers = FindingCode(.verdictDiffers)
  public static let verdictsOutOfDate = FindingCode(.verdictsOutOfDate)

  public static let sheetOfOtherSet = FindingCode(.sheetOfOtherSet)
  public static let formsAbsent = FindingCode(.formsAbsent)
  public static let priorMissing = FindingCode(.priorMissing)
  public static let priorTwice = FindingCode(.priorTwice)
  public static let priorOfUnknownSet = FindingCode(.priorOfUnknownSet)
  public static let priorNotOlder = FindingCode(.priorNotOlder)
  public static let priorOfOtherName = FindingCode(.priorOfOtherName)
  public static let priorOfOtherCode = FindingCode(.priorOfOtherCode)
  public static let priorYearsAgo = FindingCode(.priorYearsAgo)
  public static let nothingFilledIn = FindingCode(.nothingFilledIn)

  public static let formMissing = FindingCode(.formMissing)
  public static let formTwice = FindingCode(.formTwice)
  public static let headerNotMatched = FindingCode(.headerNotMatched)
  public static let columnMissing = FindingCode(.columnMissing)
  public static let columnUnknown = FindingCode(.columnUnknown)
  public static let columnAmbiguous = FindingCode(.columnAmbiguous)
  public static let rowUnknown = FindingCode(.rowUnknown)
  public static let rowMissing = FindingCode(.rowMissing)
  public static let rowTwice = FindingCode(.rowTwice)
  public static let labelDiffers = FindingCode(.labelDiffers)
  public static let rowUnclassified = FindingCode(.rowUnclassified)
  public static let sheetUnknown = FindingCode(.sheetUnknown)
  public static let sheetHidden = FindingCode(.sheetHidden)
  public static let rowHidden = FindingCode(.rowHidden)
  public static let columnHidden = FindingCode(.columnHidden)
  public static let unitMissing = FindingCode(.unitMissing)
  public static let unitConverted = FindingCode(.unitConverted)
  public static let yearUnexpected = FindingCode(.yearUnexpected)
  public static let yearDiffers = FindingCode(.yearDiffers)
  public static let departmentDiffers = FindingCode(.departmentDiffers)
  public static let formByHeader = FindingCode(.formByHeader)
  public static let sheetNameDisagrees = FindingCode(.sheetNameDisagrees)
  public static let amountBelowNotes = FindingCode(.amountBelowNotes)
  public static let totalUnlabelledTwice = FindingCode(.totalUnlabelledTwice)
  public static let formAmbiguous = FindingCode(.formAmbiguous)
  public static let titleDisagrees = FindingCode(.titleDisagrees)
  public static let unitUnclear = FindingCode(.unitUnclear)
  public static let numberOutside = FindingCode(.numberOutside)
  public static let columnNumbers = FindingCode(.columnNumbers)
  public static let textContinues = FindingCode(.textContinues)
  public static let yearMissing = FindingCode(.yearMissing)
  public static let departmentMissing = FindingCode(.departmentMissing)
  public static let totalRowMissing = FindingCode(.totalRowMissing)
  public static let levelRowMissing = FindingCode(.levelRowMissing)
  public static let amountUnclassified = FindingCode(.amountUnclassified)
  public static let guardRowFilled = FindingCode(.guardRowFilled)
  public static let protectionTakenOff = FindingCode(.protectionTakenOff)
  public static let printedTextChanged = FindingCode(.printedTextChanged)
  public static let formReconstructed = FindingCode(.formReconstructed)
  public static let rowOfOtherClass = FindingCode(.rowOfOtherClass)

  public static let amountAsText = FindingCode(.amountAsText)
  public static let amountUnreadable = FindingCode(.amountUnreadable)
  public static let nilMark = FindingCode(.nilMark)
  public static let zeroForNil = FindingCode(.zeroForNil)
  public static let amountFinerThanFen = FindingCode(.amountFinerThanFen)
  public static let codeLostZeros = FindingCode(.codeLostZeros)
  public static let codeDamaged = FindingCode(.codeDamaged)
  public static let codeMalformed = FindingCode(.codeMalformed)
  public static let formulaStale = FindingCode(.formulaStale)
  public static let errorValue = FindingCode(.errorValue)
  public static let formulaWithoutValue = FindingCode(.formulaWithoutValue)
  public static let amountMerged = FindingCode(.amountMerged)
  public static let codeRepeatsAbove = FindingCode(.codeRepeatsAbove)
  public static let amountAsDate = FindingCode(.amountAsDate)
  public static let numberAsText = FindingCode(.numberAsText)
  public static let amountTooLarge = FindingCode(.amountTooLarge)
  public static let codeBlank = FindingCode(.codeBlank)
  public static let dateAsText = FindingCode(.dateAsText)
  public static let amountWithoutUnit = FindingCode(.amountWithoutUnit)
  public static let amountShownScaled = FindingCode(.amountShownScaled)

  public static let amountFinerThanPrinted = FindingCode(.amountFinerThanPrinted)
  public static let indicatorMisread = FindingCode(.indicatorMisread)
  public static let unshowableCharacters = FindingCode(.unshowableCharacters)
  public static let formulaReplaced = FindingCode(.formulaReplaced)
  public static let formulaChanged = FindingCode(.formulaChanged)

  public static let nameDiffersFromCode = FindingCode(.nameDiffersFromCode)
  public static let codeNotListed = FindingCode(.codeNotListed)

  public static let totalDisagrees = FindingCode(.totalDisagrees)
  public static let totalBlank = FindingCode(.totalBlank)
  public static let contentNotWritten = FindingCode(.contentNotWritten)
  public static let valueNotWritten = FindingCode(.valueNotWritten)
  public static let textCutOff = FindingCode(.textCutOff)
  public static let amountWrittenAsText = FindingCode(.amountWrittenAsText)
  public static let hiddenRowsShown = FindingCode(.hiddenRowsShown)
  public static let priorRowsOfNoUnit = FindingCode(.priorRowsOfNoUnit)
  public static let priorRowsLeftOut = FindingCode(.priorRowsLeftOut)
  public static let codeOfOtherLength = FindingCode(.codeOfOtherLength)
}

extension FindingCode: RawRepresentable, CaseIterable {
  /// The code of this text among those that no rule has; nil where there is none.
  public init?(rawValue: String) {
    guard let sentence = FindingSentence(rawValue: rawValue), !sentence.isOfRules else { return nil }
    self.init(sentence)
  }

  /// All codes but those of rules.
  public static var allCases: [FindingCode] {
    FindingSentence.allCases.filter { !$0.isOfRules }.map { FindingCode($0) }
  }
}
