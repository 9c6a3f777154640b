/// The sentences that findings say; most stand for one code and bear it, those of rules are shared by many.
enum FindingSentence: String, Sendable, Hashable, CaseIterable {
  case noFormInWorkbook = "F01"
  case severalFormSets = "F02"
  case stampOfOtherSet = "F03"
  case issueOutdated = "F04"
  case departmentNotIssued = "F05"
  case verdictDiffers = "F06"
  case verdictsOutOfDate = "F07"
  case sheetOfOtherSet = "F08"
  case formsAbsent = "F09"

  case priorMissing = "F10"
  case priorTwice = "F11"
  case priorOfUnknownSet = "F12"
  case priorNotOlder = "F13"
  case priorOfOtherName = "F14"
  case priorOfOtherCode = "F15"
  case priorYearsAgo = "F16"
  case nothingFilledIn = "F17"

  case formMissing = "S01"
  case formTwice = "S02"
  case headerNotMatched = "S03"
  case columnMissing = "S04"
  case columnUnknown = "S05"
  case columnAmbiguous = "S06"
  case rowUnknown = "S07"
  case rowMissing = "S08"
  case rowTwice = "S09"
  case labelDiffers = "S10"
  case rowUnclassified = "S11"
  case sheetUnknown = "S12"
  case sheetHidden = "S13"
  case rowHidden = "S14"
  case columnHidden = "S15"
  case unitMissing = "S16"
  case unitConverted = "S17"
  case yearUnexpected = "S18"
  case yearDiffers = "S19"
  case departmentDiffers = "S20"
  case formByHeader = "S21"
  case sheetNameDisagrees = "S22"
  case amountBelowNotes = "S23"
  case totalUnlabelledTwice = "S24"
  case formAmbiguous = "S25"
  case titleDisagrees = "S26"
  case unitUnclear = "S27"
  case numberOutside = "S28"
  case columnNumbers = "S29"
  case textContinues = "S30"
  case yearMissing = "S31"
  case departmentMissing = "S32"
  case totalRowMissing = "S33"
  case levelRowMissing = "S34"
  case amountUnclassified = "S35"
  case guardRowFilled = "S36"
  case protectionTakenOff = "S37"
  case printedTextChanged = "S38"
  case formReconstructed = "S39"
  case rowOfOtherClass = "S40"

  case amountAsText = "C01"
  case amountUnreadable = "C02"
  case nilMark = "C03"
  case zeroForNil = "C04"
  case amountFinerThanFen = "C05"
  case codeLostZeros = "C06"
  case codeDamaged = "C07"
  case codeMalformed = "C08"
  case formulaStale = "C09"
  case errorValue = "C10"
  case formulaWithoutValue = "C11"
  case amountMerged = "C12"
  case codeRepeatsAbove = "C13"
  case amountAsDate = "C14"
  case numberAsText = "C15"
  case amountTooLarge = "C16"
  case codeBlank = "C17"
  case dateAsText = "C18"
  case amountWithoutUnit = "C19"
  case amountShownScaled = "C20"

  case amountFinerThanPrinted = "C21"
  case indicatorMisread = "C22"
  case unshowableCharacters = "C23"
  case formulaReplaced = "C24"
  case formulaChanged = "C25"

  case nameDiffersFromCode = "L01"
  case codeNotListed = "L02"

  case totalDisagrees = "W01"
  case totalBlank = "W02"
  case contentNotWritten = "W03"
  case valueNotWritten = "W04"
  case textCutOff = "W05"
  case amountWrittenAsText = "W06"
  case hiddenRowsShown = "W07"
  case priorRowsOfNoUnit = "W08"
  case priorRowsLeftOut = "W09"
  case codeOfOtherLength = "W10"

  // What rules say; the code is the rule's own.
  case ruleFailed = "rule"
  case sumDiffers = "sum"
  case sumBlank = "sum-blank"
  case sumOfNothing = "sum-of-nothing"
  case figuresDiffer = "equal"
  case sidesDiffer = "sides"
  case figureBlank = "equal-blank"
  case noCounterpart = "no-counterpart"
  case noPriorCounterpart = "no-prior-counterpart"
  case sideWithoutCounterpart = "sides-no-counterpart"
  case boundExceeded = "at-most"
  case boundNotReached = "at-least"
  case sideTooLarge = "sides-at-most"
  case sideTooSmall = "sides-at-least"
  case withinRounding = "rounding"
  case balancedAfterRounding = "rounded"
  case emptyNoteMissing = "empty-note"
  case emptyNoteContradicted = "empty-note-false"
  case keyMissingElsewhere = "keys"
  case countDiffers = "count"
  case classWithoutRow = "class"
  case pairNotListed = "pair"
  case unitNameDiffers = "unit"
  case rowRepeated = "repeated"

  /// Whether only the findings of rules say it.
  var isOfRules: Bool { !rawValue.contains(where: \.isUppercase) }

  /// How much it matters.
  var level: Finding.Level {
    switch self {
    case .noFormInWorkbook, .severalFormSets, .sheetOfOtherSet, .formMissing, .formTwice, .headerNotMatched,
      .columnMissing,
      .columnAmbiguous,
      .formAmbiguous, .unitUnclear, .totalRowMissing, .amountUnclassified, .amountWithoutUnit, .rowTwice,
      .guardRowFilled,
      .totalUnlabelledTwice, .amountUnreadable,
      .codeDamaged, .formulaStale, .errorValue,
      .formulaWithoutValue, .amountTooLarge, .amountAsDate, .amountMerged, .valueNotWritten,
      .ruleFailed, .sumDiffers, .sumBlank, .sumOfNothing, .figuresDiffer, .sidesDiffer, .boundExceeded,
      .boundNotReached, .sideTooLarge, .sideTooSmall, .figureBlank, .noCounterpart, .noPriorCounterpart,
      .sideWithoutCounterpart, .emptyNoteMissing, .emptyNoteContradicted, .keyMissingElsewhere,
      .countDiffers,
      .classWithoutRow, .unitNameDiffers:
      .error
    case .stampOfOtherSet, .nothingFilledIn, .rowUnknown, .rowMissing, .labelDiffers, .rowUnclassified, .sheetHidden,
      .rowHidden, .columnHidden, .unitMissing, .yearUnexpected, .yearDiffers, .departmentDiffers, .amountBelowNotes,
      .amountFinerThanFen, .codeMalformed, .codeBlank, .dateAsText, .titleDisagrees, .yearMissing, .departmentMissing,
      .levelRowMissing,
      .numberOutside, .amountShownScaled,
      .totalDisagrees, .totalBlank, .contentNotWritten,
      .textCutOff, .amountWrittenAsText, .nameDiffersFromCode, .codeNotListed, .pairNotListed, .rowRepeated,
      .unshowableCharacters, .issueOutdated, .departmentNotIssued, .verdictDiffers, .verdictsOutOfDate,
      .printedTextChanged, .formulaReplaced, .formulaChanged, .priorRowsOfNoUnit, .priorRowsLeftOut,
      .codeOfOtherLength, .priorNotOlder, .priorOfOtherCode, .rowOfOtherClass:
      .warning
    case .protectionTakenOff, .formsAbsent, .formReconstructed, .columnUnknown, .sheetUnknown, .unitConverted,
      .formByHeader, .sheetNameDisagrees, .priorMissing, .priorTwice, .priorOfUnknownSet, .priorOfOtherName,
      .priorYearsAgo,
      .amountAsText, .nilMark,
      .zeroForNil, .codeLostZeros, .codeRepeatsAbove, .numberAsText, .columnNumbers, .textContinues, .hiddenRowsShown,
      .amountFinerThanPrinted, .indicatorMisread, .withinRounding, .balancedAfterRounding:
      .info
    }
  }
}
