/// What the cells of one worksheet refer to: styles, shared strings, shared formulas, the date system.
final class SheetContext {
  let styles: StyleTable
  let strings: SharedStringTable
  let usesDate1904: Bool
  /// In the order in which the sheet defines them; a later one may reuse the index of an earlier.
  var sharedFormulas: [SharedFormula] = []

  init(styles: StyleTable, strings: SharedStringTable, usesDate1904: Bool) {
    self.styles = styles
    self.strings = strings
    self.usesDate1904 = usesDate1904
  }
}
