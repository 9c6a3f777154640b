/// A text of a cell that is checked once and written often.
public struct PreparedText: Sendable {
  /// The text as the library takes it, with the zero that ends it.
  let bytes: ContiguousArray<CChar>

  /// Checks a text.
  ///
  /// - Throws: `tooLong` for more than 32,767 UTF-16 units, counted after escaping.
  public init(_ text: String) throws(XlsxWriteError) {
    let escaped = XMLText.escaped(text)
    if escaped.utf8.count > 32_767, escaped.utf16.count > 32_767 { throw Self.tooLong(escaped.utf16.count) }
    bytes = escaped.utf8CString
  }

  private static func tooLong(_ count: Int) -> XlsxWriteError {
    XlsxWriteError(code: .tooLong, message: "the text has \(count) characters. A cell holds 32767.")
  }
}

/// A formula that is checked once and written often.
public struct PreparedFormula: Sendable {
  /// The formula as the library takes it, with the zero that ends it.
  let bytes: ContiguousArray<CChar>

  /// Checks a formula, which may begin with `=` or not.
  ///
  /// - Throws: `tooLong` for more than 8,192 characters, `badText`.
  public init(_ formula: String) throws(XlsxWriteError) {
    do throws(FormulaFault) { bytes = try FormulaFault.checked(formula, atMost: 8192).utf8CString } catch {
      throw XlsxWriteError(code: error.code, message: error.message)
    }
  }
}

/// A format that a workbook knows already, for many cells.
public struct PreparedFormat: Sendable, Hashable {
  /// Its number among the workbook's prepared formats.
  let index: Int
  /// The number of the workbook, since another one would not know the format.
  let workbook: UInt64
}
