/// Why no cell can hold a content.
struct ContentFault: Error {
  var code: XlsxWriteError.Code
  var message: String
}
