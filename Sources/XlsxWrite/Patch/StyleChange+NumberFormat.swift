extension StyleChange {
  /// Whether a number format can be given to a cell: it must have 1 to 255 characters, its quotation marks and brackets must
  /// be closed, and none may be a control character. A file may hold others.
  public static func allows(numberFormat: String) -> Bool { complaint(aboutNumberFormat: numberFormat) == nil }

  /// Tells what is wrong with a number format, in a sentence; nil where nothing is.
  static func complaint(aboutNumberFormat format: String) -> String? {
    if format.isEmpty || format.utf16.count > 255 || !XMLText.allows(format) {
      return "the number format cannot be used. Give 1 to 255 characters."
    }
    if isClosed(format) { return nil }
    return "the number format \"\(format)\" does not end where it should. Check its quotation marks and brackets."
  }

  /// Whether the quotation marks and brackets of a number format are closed, and a character follows each backslash.
  private static func isClosed(_ format: String) -> Bool {
    var rest = format.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\", "_", "*": if rest.popFirst() == nil { return false }
      case "\"", "[":
        guard let end = rest.firstIndex(of: scalar == "[" ? "]" : scalar) else { return false }
        rest = rest[rest.index(after: end)...]
      default: break
      }
    }
    return true
  }
}
