/// The dictionary of one parser.
struct XMLNames {
  let intern: (StaticString) -> XMLName

  subscript(_ text: StaticString) -> XMLName { intern(text) }
}
