/// The stable code of a repair (`Q` as in 清洗): `Q0` texts, `Q1` codes, `Q2` amounts, `Q3` the structure of a sheet, `Q9` what is
/// never repaired. A code is never used again for anything else.
public enum RepairCode: String, Sendable, Hashable, CaseIterable {
  case nameBlanks = "Q01"
  case invisibleCharacters = "Q02"
  case truncatedName = "Q03"
  case latexSigns = "Q04"
  case htmlMarkup = "Q05"
  case otherYearLabel = "Q06"
  case misreadSign = "Q07"
  case freeNameBlanks = "Q08"

  case codeAsNumber = "Q11"
  case codeNotation = "Q12"
  case joinedCode = "Q13"
  case repeatedCode = "Q14"
  case damagedCode = "Q15"

  case amountAsText = "Q21"
  case nilMark = "Q22"
  case zeroForNil = "Q23"
  case floatNoise = "Q24"
  case unitInCell = "Q25"
  case bracketedNegative = "Q26"
  case statedUnit = "Q27"
  case suspectedUnit = "Q28"
  case shiftedAmount = "Q29"

  case totalLabel = "Q31"
  case blankTotal = "Q32"

  case codeAgainstName = "Q91"
  case lostDigits = "Q92"
  case ambiguousAmount = "Q93"
  case amountDigits = "Q94"
  case dates = "Q95"
  case formulas = "Q96"
  case hiddenContent = "Q97"
  case labelsAndNames = "Q98"
}

extension RepairCode: Comparable {
  /// In the order of the codes.
  public static func < (first: RepairCode, second: RepairCode) -> Bool { first.rawValue < second.rawValue }
}
