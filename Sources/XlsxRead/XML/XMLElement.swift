/// The start of an element: valid only during the call that hands it over.
@safe struct XMLElement {
  let name: XMLName
  /// Counted from 1, the root.
  let depth: Int
  /// Whether the element's namespace is another one than the root's.
  let isForeign: Bool
  let attributeCount: Int
  /// As libxml2 lays them out: local name, prefix, namespace, start and end of the value.
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The name of an attribute without a prefix, nil where it has one.
  func plainName(_ index: Int) -> XMLName? {
    guard let attributes = unsafe attributes, let name = unsafe attributes[index * 5],
      unsafe attributes[index * 5 + 1] == nil
    else { return nil }
    return unsafe XMLName(address: name)
  }

  /// The bytes of an attribute's value, in which `&` stands as `&#38;`.
  @unsafe func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let attributes = unsafe attributes, let start = unsafe attributes[index * 5 + 3],
      let end = unsafe attributes[index * 5 + 4]
    else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    return unsafe UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The value of an attribute as text.
  func string(_ index: Int) -> String {
    unsafe XMLElement.unescape(value(index))
  }

  /// The value of the attribute of this name that has no prefix.
  subscript(_ name: StaticString) -> String? {
    for index in 0..<attributeCount where plainName(index)?.matches(name) == true {
      return string(index)
    }
    return nil
  }

  /// The value of the attribute of this name that has a prefix, as `r:id`.
  func prefixed(_ name: StaticString) -> String? {
    guard let attributes = unsafe attributes else { return nil }
    for index in 0..<attributeCount {
      if let local = unsafe attributes[index * 5], unsafe attributes[index * 5 + 1] != nil,
        unsafe XMLName(address: local).matches(name)
      {
        return string(index)
      }
    }
    return nil
  }

  /// Whether the attribute is set to true, in any of the spellings of ST_OnOff.
  func flag(_ name: StaticString) -> Bool? { Self.flag(self[name]) }

  /// Whether a value of ST_OnOff is true, nil where it is no such value.
  static func flag(_ value: String?) -> Bool? {
    switch value {
    case "1", "true", "on": true
    case "0", "false", "off": false
    default: nil
    }
  }

  /// libxml2 leaves `&` as `&#38;` in attribute values unless entities are replaced, which stays off; every `&` is
  /// written so, and the replacement is therefore exact.
  private static func unescape(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard unsafe bytes.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = unsafe bytes[position]
      result.append(byte)
      if byte == UInt8(ascii: "&"), position + 4 < bytes.count,
        unsafe bytes[(position + 1)...(position + 4)].elementsEqual("#38;".utf8)
      {
        position += 4
      }
      position += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
