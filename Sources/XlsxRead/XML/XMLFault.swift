import XlsxPackage

/// What a handler found wrong with a part; the part's reader adds the place.
struct XMLFault: Error {
  var code: XlsxReadError.Code
  var message: String
  var cell: CellReference?
  var line: Int?

  init(_ code: XlsxReadError.Code, _ message: String, cell: CellReference? = nil) {
    self.code = code
    self.message = message
    self.cell = cell
  }
}
