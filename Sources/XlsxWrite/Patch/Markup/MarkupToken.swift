/// One token of XML and where it stands, in bytes from the start of the part.
struct MarkupToken {
  enum Kind {
    /// Character data between two tags, with its entities as they stand.
    case text
    case start
    /// A tag that opens and closes an element, as `<sheetData/>`.
    case empty
    case end
    case cdata
    /// A comment or a processing instruction, the XML declaration among them.
    case other
  }

  var kind: Kind
  var range: Range<Int>
  /// The name with its prefix, in a tag.
  var name: Range<Int>
}
