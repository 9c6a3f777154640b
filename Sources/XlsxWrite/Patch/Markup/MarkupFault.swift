/// What is wrong with the XML of a part; whoever knows the part adds its name.
struct MarkupFault: Error {
  /// What is wrong, without place or remedy.
  var message: String
  /// Whether the XML is sound and only cannot be changed safely.
  var isRefusal = false
  var cell: String?

  static func broken(_ message: String) -> MarkupFault {
    MarkupFault(message: "the XML is not well-formed: \(message)")
  }

  static func refused(_ message: String, cell: String? = nil) -> MarkupFault {
    MarkupFault(message: message, isRefusal: true, cell: cell)
  }
}
