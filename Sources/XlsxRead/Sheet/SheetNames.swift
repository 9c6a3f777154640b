/// The names that a worksheet's reader compares by identity.
struct SheetNames {
  let cell, row, value, formula, inline, text, run, reference, style, type: XMLName
  let sheetData, columns, column, mergedCells, mergedCell: XMLName
  let hidden, height, range, first, last, width, sharedIndex: XMLName

  init(_ names: XMLNames) {
    cell = names["c"]
    row = names["row"]
    value = names["v"]
    formula = names["f"]
    inline = names["is"]
    text = names["t"]
    run = names["r"]
    // `r` is a run as an element and the reference as an attribute; one dictionary holds both.
    reference = run
    style = names["s"]
    type = text
    sheetData = names["sheetData"]
    columns = names["cols"]
    column = names["col"]
    mergedCells = names["mergeCells"]
    mergedCell = names["mergeCell"]
    hidden = names["hidden"]
    height = names["ht"]
    range = names["ref"]
    first = names["min"]
    last = names["max"]
    width = names["width"]
    sharedIndex = names["si"]
  }
}
