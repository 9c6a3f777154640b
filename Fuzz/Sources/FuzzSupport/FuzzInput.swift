/// The bytes that the fuzzer hands to a target.
public struct FuzzInput {
  /// The bytes.
  public let bytes: [UInt8]

  /// Copies the bytes out of the fuzzer's buffer, so that an access beyond them is seen by the sanitizer.
  public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The bytes as a workbook: those of a zip file as they are, and a folder of parts put into one.
  public var package: [UInt8] {
    if bytes.starts(with: [0x50, 0x4B]) { return bytes }
    var builder = PackageBuilder()
    for file in files { builder.add(file.name, file.bytes) }
    return builder.bytes
  }

  /// The bytes as a folder in one text: before each file a line `=== name`.
  ///
  /// Without a checksum over the content, a change of the fuzzer reaches the reader of the file.
  public var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    let mark = Array("=== ".utf8)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        files.append((String(decoding: line.dropFirst(mark.count), as: UTF8.self), []))
      } else if !files.isEmpty {
        files[files.count - 1].bytes += line
        files[files.count - 1].bytes.append(0x0A)
      }
    }
    return files
  }
}
