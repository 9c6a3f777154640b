/// One element of a ``MarkupDocument``.
struct MarkupElement {
  /// The name without its prefix.
  var name: String
  /// The prefix with its colon; empty where there is none.
  var prefix: String
  /// The namespace; empty where there is none.
  var namespace: String
  var startTag: Range<Int>
  /// Empty, and at the end of the start tag, where the element has no end tag of its own.
  var endTag: Range<Int>
  /// Whether the start tag is also the end tag.
  var isEmptyTag: Bool
  var attributes: [MarkupAttribute]
  var children: [Int] = []

  /// All bytes of the element.
  var range: Range<Int> { startTag.lowerBound..<endTag.upperBound }
  /// What stands between its tags.
  var content: Range<Int> { startTag.upperBound..<endTag.lowerBound }
}
