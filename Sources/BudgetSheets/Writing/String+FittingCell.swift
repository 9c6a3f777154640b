extension String {
  /// The most UTF-16 units of a text in a list; a cell holds 32,767 after escaping, which takes up to seven for one.
  static let longestInCell = 4_500

  /// The text, cut off where no cell holds it.
  var fittingCell: String {
    utf16.count <= Self.longestInCell ? self : String(UnicodeScalarView(unicodeScalars.prefix(2_000))) + "……"
  }
}
