/// The namespaces of SpreadsheetML in its two editions (ECMA-376 parts 1 and 4).
enum Namespaces {
  static let transitionalMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let transitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"

  /// Both namespaces of relationships between parts.
  static let relationships: Set<String> = [transitionalRelationships, strictRelationships]
}
