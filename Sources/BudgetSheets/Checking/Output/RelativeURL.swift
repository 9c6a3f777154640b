/// Paths as they stand in links and in SARIF.
enum RelativeURL {
  /// The path as a URI reference: percent-encoded; one that starts with `/` as a `file` URI.
  static func file(_ path: String) -> String {
    (path.hasPrefix("/") ? "file://" : "") + encode(path)
  }

  /// The path as a link from one page to another; it never leaves the folder's host or names another scheme.
  static func link(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).map { encode(String($0)) }.joined(separator: "/")
  }

  /// Everything but unreserved characters (RFC 3986, section 2.3) and slashes percent-encoded.
  private static func encode(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
