internal import CXlsx

/// Packs pieces of a part so that they can be put together anew: each stands by itself, looking back at none before it.
@safe struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// What ends a stream of pieces: an empty last block.
  static let end: [UInt8] = [0x03, 0x00]

  /// Begins; nil where there is no memory.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe cxlsx_deflateInit(stream) != Z_OK {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Packs a piece and appends it; it ends with a whole byte. False where the library fails.
  mutating func append(_ piece: [UInt8], to packed: inout [UInt8]) -> Bool {
    if piece.isEmpty { return true }
    guard let count = UInt32(exactly: piece.count) else { return false }
    // A full flush writes five bytes of its own; the rest is the most that this library may take.
    let room = unsafe Int(deflateBound(stream, UInt(piece.count))) + 16
    let start = packed.count
    packed.append(contentsOf: repeatElement(0, count: room))
    let left = unsafe piece.withUnsafeBytes { piece in
      unsafe packed.withUnsafeMutableBytes { packed -> Int? in
        // The library only reads there.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: piece.bindMemory(to: UInt8.self).baseAddress)
        unsafe stream.pointee.avail_in = count
        unsafe stream.pointee.next_out = unsafe packed.bindMemory(to: UInt8.self).baseAddress?.advanced(by: start)
        unsafe stream.pointee.avail_out = UInt32(clamping: room)
        let status = unsafe deflate(stream, Z_FULL_FLUSH)
        let isDone = unsafe status == Z_OK && stream.pointee.avail_in == 0 && stream.pointee.avail_out > 0
        return isDone ? unsafe Int(stream.pointee.avail_out) : nil
      }
    }
    guard let left else { return false }
    packed.removeLast(left)
    return true
  }
}

/// The checksum of a zip file's entry, worked out from those of its pieces.
struct EntryChecksum {
  private(set) var value: UInt32 = 0
  private(set) var count = 0

  /// The checksum of nothing.
  init() {}

  /// The checksum of a piece.
  init(_ piece: [UInt8]) {
    count = piece.count
    value = unsafe piece.withUnsafeBytes { bytes in
      unsafe UInt32(
        truncatingIfNeeded: crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, z_size_t(bytes.count)))
    }
  }

  /// Goes on with the next piece.
  mutating func append(_ next: EntryChecksum) {
    value = UInt32(truncatingIfNeeded: crc32_combine(UInt(value), UInt(next.value), next.count))
    count += next.count
  }
}
