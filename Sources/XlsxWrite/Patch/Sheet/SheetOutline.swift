/// The order in which the parts of a worksheet stand (ECMA-376 18.3.1.99, CT_Worksheet).
enum SheetOutline {
  private static let order = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
  ]

  /// The place of a part in the order, nil for one that is not in it.
  static func rank(_ name: String) -> Int? { ranks[name] }

  private static let ranks = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
}
