/// A name from the parser's dictionary: two equal names of one parser have one address.
@safe struct XMLName: Equatable {
  let address: UnsafePointer<UInt8>

  static func == (first: XMLName, second: XMLName) -> Bool {
    unsafe first.address == second.address
  }

  /// Whether the name has this text; for the small parts, where comparing bytes costs nothing that matters.
  func matches(_ text: StaticString) -> Bool {
    let expected = unsafe text.utf8Start
    let count = text.utf8CodeUnitCount
    for position in 0..<count where unsafe address[position] != expected[position] {
      return false
    }
    return unsafe address[count] == 0
  }

  var text: String { unsafe String(cString: address) }
}
