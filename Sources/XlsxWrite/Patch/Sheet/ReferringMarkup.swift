/// Where the parts of a workbook refer to worksheets by their names.
enum ReferringMarkup {
  /// The elements whose text is a formula: of cells, conditional formats, validations and sparklines; of charts, in which
  /// `sqref` holds the range of a series that a filter hides; of tables; of controls in the old drawings.
  static let formulaElements: Set<String> = [
    "f", "nf", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula", "sqref", "FmlaLink",
    "FmlaRange", "FmlaPict", "FmlaTxbx", "FmlaGroup",
  ]
  /// The attributes whose value is a formula: of drawings, controls and pictures of cells, and the place that a link
  /// leads to.
  private static let formulaAttributes: Set<String> = [
    "location", "textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "linkedCell", "listFillRange",
    "cellRange",
  ]

  /// Whether the value of an attribute is a formula, or a place in the workbook: also the bounds of scales, bars and icons,
  /// and the targets of links that stay inside the file.
  static func isFormula(_ attribute: String, of element: String, _ value: String) -> Bool {
    formulaAttributes.contains(attribute) || (attribute == "val" && element == "cfvo")
      || (attribute == "Target" && element == "Relationship" && value.utf8.first == UInt8(ascii: "#"))
  }

  /// The elements whose attribute `sheet` is the name of a worksheet: of pivot caches and consolidations.
  static let sheetElements: Set<String> = ["worksheetSource", "rangeSet", "dataRef"]
}
