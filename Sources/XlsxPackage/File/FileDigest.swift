internal import CXlsx

/// What tells one file from another whatever they are called.
package enum FileDigest {
  /// The SHA-256 (FIPS 180-4) of some bytes, as 64 hexadecimal digits in lower case.
  package static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest(bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe digest.withUnsafeMutableBufferPointer { digest in
      guard let start = digest.baseAddress else { return }
      unsafe bytes.withUnsafeBufferPointer { unsafe cxlsx_sha256($0.baseAddress, $0.count, start) }
    }
    return digest
  }
}
