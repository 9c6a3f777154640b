internal import CXlsx

/// Expands the parts of a package, one after the other, into one block of memory.
@safe struct Inflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var block: [UInt8] = []

  /// Begins; nil where there is no memory.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe cxlsx_inflateInit(stream) != Z_OK {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Expands a part.
  ///
  /// - Returns: How many bytes it has; nil where they are not those that the directory tells of.
  mutating func expand(_ entry: PackageRecords.Entry, of package: [UInt8]) -> Int? {
    let size = entry.size
    if block.count < size { block = [UInt8](repeating: 0, count: size + size / 2) }
    guard let packed = UInt32(exactly: entry.packed.count), let room = UInt32(exactly: size) else { return nil }
    let isWhole = unsafe package.withUnsafeBufferPointer { package in
      unsafe block.withUnsafeMutableBufferPointer { block -> Bool in
        guard let source = package.baseAddress, let target = block.baseAddress else { return size == 0 }
        if !entry.isDeflated {
          if packed != room { return false }
          unsafe target.update(from: source + entry.packed.lowerBound, count: size)
        } else {
          unsafe inflateReset(stream)
          // The library only reads there.
          unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source + entry.packed.lowerBound)
          unsafe stream.pointee.avail_in = packed
          unsafe stream.pointee.next_out = unsafe target
          unsafe stream.pointee.avail_out = room
          let status = unsafe inflate(stream, Z_FINISH)
          guard status == Z_STREAM_END, unsafe stream.pointee.avail_in == 0, unsafe stream.pointee.avail_out == 0 else {
            return false
          }
        }
        return unsafe UInt32(truncatingIfNeeded: crc32_z(0, target, z_size_t(size))) == entry.checksum
      }
    }
    return isWhole ? size : nil
  }

  /// Looks at the part that was expanded last.
  func withContent<Result>(_ size: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe block.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[..<size])) }
  }

  /// The part that was expanded last.
  func content(_ size: Int) -> [UInt8] { Array(block[..<size]) }
}
