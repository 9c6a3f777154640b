/// The names that a worksheet's reader compares by identity.
struct SheetNames {
  let cell, row, value, formula, inline, text, run, reference, style, type: XMLName
  let sheetData, hidden, height, sharedIndex, range: XMLName

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
    hidden = names["hidden"]
    height = names["ht"]
    sharedIndex = names["si"]
    range = names["ref"]
  }
}
