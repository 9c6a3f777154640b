/// One relationship of a part to another.
struct Relationship {
  var id: String
  var type: String
  /// The name of the target part, without a leading slash.
  var target: String
  var isExternal: Bool

  /// Whether the type ends in this word; transitional and strict files differ only before it.
  func isA(_ word: String) -> Bool { type.hasSuffix("/" + word) }
}
