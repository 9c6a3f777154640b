/// A text that takes the place of a placeholder, in the forms in which parts hold it.
struct TemplateValue {
  /// As it stands between two tags where any character may be meant: in a cell or a hint.
  let text: [UInt8]
  /// The same in an attribute.
  let attribute: [UInt8]
  /// Its length there in UTF-16 units, before escaping for XML.
  let textLength: Int
  /// Its length as it was given.
  let length: Int
  let scalarCount: Int
  let byteCount: Int
  /// Whether XML can hold it as it is.
  let isPlain: Bool
  let hasUnderscore: Bool
  let hasExclamation: Bool
  let hasQuotationMark: Bool
  let hasAmpersand: Bool

  init(_ value: String) {
    let held = XMLText.escaped(value)
    text = Self.escaped(held, inAttribute: false)
    attribute = Self.escaped(held, inAttribute: true)
    textLength = held.utf16.count
    length = value.utf16.count
    scalarCount = value.unicodeScalars.count
    byteCount = value.utf8.count
    isPlain = XMLText.allows(value)
    hasUnderscore = value.utf8.contains(UInt8(ascii: "_"))
    hasExclamation = value.utf8.contains(UInt8(ascii: "!"))
    hasQuotationMark = value.utf8.contains(UInt8(ascii: "\""))
    hasAmpersand = value.utf8.contains(UInt8(ascii: "&"))
  }

  /// Escaped as libxlsxwriter does it: no quotation marks between tags, line breaks in attributes only.
  private static func escaped(_ text: String, inAttribute: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where inAttribute: result.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "\n") where inAttribute: result.append(contentsOf: "&#xA;".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}
