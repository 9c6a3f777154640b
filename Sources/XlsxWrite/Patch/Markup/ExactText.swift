/// A text that equals another only if its bytes do: to a workbook, `é` in one character and in two are different.
struct ExactText: Hashable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
}

extension String {
  /// Whether the bytes are the same.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
