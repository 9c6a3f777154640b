/// What the values of attributes and sections of XML mean.
enum MarkupValue {
  /// Whether a value of ST_OnOff is true (ECMA-376 22.9.2.7).
  static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" || value == "on" }

  /// Whether a value of ST_OnOff is true.
  static func isOn(_ value: ArraySlice<UInt8>?) -> Bool { isOn(value.map { String(decoding: $0, as: UTF8.self) }) }

  /// The text of a CDATA section.
  static func text(ofSection section: ArraySlice<UInt8>) -> String {
    String(decoding: section.dropFirst(9).dropLast(3), as: UTF8.self)
  }
}
