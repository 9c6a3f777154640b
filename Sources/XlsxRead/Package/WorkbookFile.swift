import XlsxPackage

/// A workbook's file as a whole, for what needs all of its bytes at once: hashing it, handing it on as it is.
package enum WorkbookFile {
  /// The bytes of the file at a path.
  ///
  /// - Throws: ``XlsxReadError`` where there is no file that can be read, or it is larger than all its parts may be expanded.
  package static func bytes(of path: String, limits: ReadLimits) throws(XlsxReadError) -> [UInt8] {
    try FileProbe.inspect(path) { (size, source) throws(XlsxReadError) in
      if size > limits.expandedTotalBytes {
        throw XlsxReadError(
          .overLimit, file: path,
          message: "the file has \(size) bytes, more than the limit of \(limits.expandedTotalBytes)")
      }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      while bytes.count < size {
        let piece = source(bytes.count, min(size - bytes.count, 16 << 20))
        if piece.isEmpty {
          throw XlsxReadError(
            PackageFault(.fileUnreadable, "the file ended after \(bytes.count) of \(size) bytes"), file: path)
        }
        bytes += piece
      }
      return bytes
    } failingWith: {
      XlsxReadError($0, file: path)
    }
  }
}
