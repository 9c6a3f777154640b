/// One attribute of a tag and where it stands.
struct MarkupAttribute {
  /// With the white space before it.
  var range: Range<Int>
  /// The name with its prefix.
  var name: Range<Int>
  /// The value between its quotation marks, with its entities as they stand.
  var value: Range<Int>
}
