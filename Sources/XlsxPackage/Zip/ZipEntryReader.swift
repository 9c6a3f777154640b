internal import CXlsx

/// One file of an archive, expanded piece by piece.
///
/// It may be read by another thread than the one that opened it, by one at a time; the archive guards libzip.
@safe package final class ZipEntryReader: @unchecked Sendable {
  private let file: OpaquePointer
  private let archive: ZipArchive

  init(taking file: OpaquePointer, of archive: ZipArchive) {
    unsafe self.file = file
    self.archive = archive
  }

  deinit { _ = archive.exclusively { unsafe zip_fclose(file) } }

  /// Fills the start of the buffer and returns how many bytes; 0 at the end, where libzip has compared the checksum.
  package func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ZipFault) -> Int {
    try archive.exclusively { () throws(ZipFault) in
      let count = unsafe zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      if count < 0 { throw unsafe ZipArchive.fault(zip_file_get_error(file)) }
      return Int(count)
    }
  }
}
