/// Where the parts of a workbook refer to worksheets by their names.
enum ReferringMarkup {
  /// The elements whose text is a formula: of cells, conditional formats, validations and sparklines; of charts, in which
  /// `sqref` holds the range of a series that a filter hides; of tables; of controls in the old drawings.
  static let formulaElements: Set<String> = [
    "f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula", "sqref", "FmlaLink",
    "FmlaRange", "FmlaPict", "FmlaTxbx", "FmlaGroup",
  ]
  /// The attributes whose value is a formula: of drawings and controls, and the place that a link leads to.
  static let formulaAttributes: Set<String> = [
    "location", "textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "linkedCell", "listFillRange",
  ]
  /// The elements whose attribute `sheet` is the name of a worksheet: of pivot caches and consolidations.
  static let sheetElements: Set<String> = ["worksheetSource", "rangeSet", "dataRef"]
}
