internal import CXlsx

/// A part that is made while libzip packs it.
@safe final class ProducedSource: LibzipSource {
  private let produce: () throws(XlsxWriteError) -> [UInt8]
  private var rest: [UInt8] = []
  private var taken = 0
  private var isEnded = false
  /// Why the part could not be made.
  private(set) var failure: XlsxWriteError?

  /// `produce` gives the next bytes; none at the end.
  init(_ produce: @escaping () throws(XlsxWriteError) -> [UInt8]) { self.produce = produce }

  /// A source for libzip, which keeps this object until it is done.
  func source(for archive: OpaquePointer) -> OpaquePointer? {
    unsafe makeSource { unsafe zip_source_function(archive, $0, $1) }
  }

  override func perform(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_SUPPORTS:
      return support([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
      ])
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let data = unsafe data, unsafe count >= MemoryLayout<zip_stat_t>.size else { return -1 }
      unsafe zip_stat_init(data.assumingMemoryBound(to: zip_stat_t.self))
      return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return unsafe report(ZIP_ER_INTERNAL, data, count)
    case ZIP_SOURCE_READ:
      let buffer = unsafe UnsafeMutableRawBufferPointer(start: data, count: count)
      do throws(XlsxWriteError) {
        return zip_int64_t(try unsafe read(into: buffer))
      } catch {
        failure = error
        return -1
      }
    default: return -1
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws(XlsxWriteError) -> Int {
    if taken == rest.count, !isEnded {
      rest = try produce()
      taken = 0
      isEnded = rest.isEmpty
    }
    let part = rest[taken...].prefix(buffer.count)
    unsafe buffer.copyBytes(from: part)
    taken += part.count
    return part.count
  }
}
