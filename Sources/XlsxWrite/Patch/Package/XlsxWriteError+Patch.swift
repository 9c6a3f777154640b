internal import XlsxPackage

extension XlsxWriteError {
  /// The error for XML that cannot be changed; its part and sheet are added by ``inPart(_:sheet:of:)``.
  init(_ fault: MarkupFault) {
    self.init(
      code: fault.isRefusal ? .refused : .cannotRead, cell: fault.cell,
      message: fault.isRefusal ? fault.message : fault.message + ". Open the file in Excel or WPS and save it again.")
  }

  /// The error for a package that cannot be opened, or a part of it that cannot be read.
  init(_ fault: PackageFault, path: String, part: String? = nil) {
    let remedy =
      switch fault.kind {
      case .fileNotFound: "Check the path."
      case .fileUnreadable: "Check that it is a file and that you may read it."
      case .emptyFile, .damagedPackage, .damagedPart: "Copy or download the file again."
      case .encrypted: "Open it with its password and save it without one."
      case .overLimit: "If you trust the file, raise the limit."
      default: "Open the file in Excel or WPS and save it as .xlsx."
      }
    self.init(code: .cannotRead, path: path, part: part, message: "\(fault.message). \(remedy)")
  }

  /// The error with its place, as far as it is not known yet.
  func inPart(_ part: String?, sheet: String? = nil, of path: String) -> XlsxWriteError {
    var error = self
    error.path = error.path ?? path
    error.part = error.part ?? part
    error.sheet = error.sheet ?? sheet
    return error
  }
}
