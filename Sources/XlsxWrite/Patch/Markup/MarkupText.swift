internal import XlsxPackage

/// Text on its way into XML and out of it.
enum MarkupText {
  /// A text as it stands between two tags or in an attribute's value, whichever quotation marks are around it.
  ///
  /// Line breaks in a value would come back as spaces, so they are written as references (XML 1.0, 3.3.3).
  static func escaped(_ text: String) -> String {
    written(text) { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "'": "&apos;"
      case "\n": "&#10;"
      case "\t": "&#9;"
      default: nil
      }
    }
  }

  private static func written(_ text: String, _ other: (Unicode.Scalar) -> String? = { _ in nil }) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#13;"
      default: if let other = other(scalar) { result += other } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A text as it stands in a cell, a comment or a name: what XML cannot hold is written `_xHHHH_` (ST_Xstring).
  static func string(_ text: String) -> String {
    written(XMLText.escaped(text))
  }

  /// The same in an attribute's value.
  static func stringValue(_ text: String) -> String { escaped(XMLText.escaped(text)) }

  /// The text that some bytes of XML stand for.
  static func unescaped(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      // No reference is longer.
      if byte == UInt8(ascii: "&"), let end = rest.prefix(40).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: rest[..<end], as: UTF8.self))
      {
        result.append(contentsOf: String(scalar).utf8)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text in which `_xHHHH_` stands for a character (ST_Xstring).
  static func decoded(_ text: String) -> String { EscapedText.string(text.utf8) }

  /// XML without prefixes, as we write it, with a prefix before the name of each element.
  static func prefixed(_ xml: String, _ prefix: String) throws(MarkupFault) -> String {
    if prefix.isEmpty { return xml }
    let bytes = Array(xml.utf8)
    var result: [UInt8] = []
    var position = 0
    while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
      position = token.range.upperBound
      result.append(contentsOf: bytes[token.range.lowerBound..<token.name.lowerBound])
      if !token.name.isEmpty { result.append(contentsOf: prefix.utf8) }
      result.append(contentsOf: bytes[token.name.lowerBound..<token.range.upperBound])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character that a reference stands for, given by what is between & and ;.
  static func scalar(_ entity: String) -> Unicode.Scalar? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard entity.first == "#" else { return nil }
    let digits = entity.dropFirst()
    let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }
  }
}
