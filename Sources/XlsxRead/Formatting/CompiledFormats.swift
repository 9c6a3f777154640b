internal import Synchronization

/// The number formats of a workbook, each taken apart when it is first needed, by whichever task needs it.
final class CompiledFormats: Sendable {
  private let codes = Mutex<[Int: FormatCode]>([:])

  /// The format at a place in the workbook's list.
  func code(at index: Int, of formats: [NumberFormat]) -> FormatCode {
    codes.withLock { codes in
      if let code = codes[index] { return code }
      let code = FormatCode(formats[index].code)
      codes[index] = code
      return code
    }
  }
}
