extension Cleaner {
  /// Every repair, in the order in which they are done: what stands in a text before what it means, amounts before the unit
  /// of their sheet.
  static let order: [any Repair] = [
    HTMLMarkup(), LatexSigns(), InvisibleCharacters(), NameBlanks(), FreeNameBlanks(), OtherYearLabel(),
    CodeNotation(), CodeAsNumber(), JoinedCode(), RepeatedCode(), TruncatedName(),
    NilMark(), UnitInCell(), BracketedNegative(), AmountAsText(), FloatNoise(), ZeroForNil(), TotalLabel(),
    StatedUnit(),
    MisreadSign(), DamagedCode(), SuspectedUnit(), ShiftedAmount(), BlankTotal(),
    CodeAgainstName(), LostDigits(), AmbiguousAmount(), AmountDigits(), Dates(), Formulas(), HiddenContent(),
    LabelsAndNames(),
  ]
}
