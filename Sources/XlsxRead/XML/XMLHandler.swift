/// What a part's reader does with the elements of its XML.
///
/// The parser hides `mc:AlternateContent`, so a handler sees only the branch that counts.
class XMLHandler {
  /// Looks up the names the handler compares by identity; called once, before the first element.
  func prepare(_ names: XMLNames) {}
  /// An element starts.
  func start(_ element: XMLElement) throws(XMLFault) {}
  /// An element ends. `depth` counts from 1, the root.
  func end(_ name: XMLName, depth: Int) throws(XMLFault) {}
  /// A piece of the text inside the innermost element; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {}
}
