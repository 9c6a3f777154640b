import BudgetSheets

/// One way in which workbooks get messy.
protocol MessMechanism: Sendable {
  /// How much of the workbook it takes for itself.
  var reach: MessReach { get }

  /// Messes a cell, and with it whatever belongs to it; nil where it cannot be done there.
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]?
}

extension MessMechanism {
  var reach: MessReach { .cell }
}

/// How much of a workbook a mechanism takes for itself, so that no other one gets in its way.
enum MessReach {
  case cell
  /// The row, and the row above it.
  case row
  case sheet
}

/// All of them.
enum MessCatalogue {
  static let all: [any MessMechanism] = [
    UnitOfSheetMess(), HiddenRowMess(), TotalLabelMess(), JoinedCodeMess(), CodeWithNameMess(), SixDigitCodeMess(),
    RepeatedCodeMess(), BlankCodeMess(),
    DamagedCodeMess(), LetterInCodeMess(),
    BrokenNameMess(), TruncatedNameMess(), MisreadSignMess(), LatexMess(), MarkupMess(), EntityMess(),
    InvisibleCharacterMess(), UntouchedTextMess(),
    CodeAsNumberMess(), CodeWithPointMess(), CodeWithMarkMess(), CodeNotationMess(),
    NilMarkMess(), ZeroForNilMess(), AmountTextMess(), WrongSeparatorMess(), UnitInCellMess(), OtherUnitMess(),
    FloatNoiseMess(), NegativeMess(), BracketedNumberMess(), StaleFormulaMess(), ErrorValueMess(),
    FormulaWithoutValueMess(), DateFormatMess(), ScientificMess(),
  ]
}
