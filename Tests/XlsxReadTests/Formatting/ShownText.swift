import XlsxRead

/// One row of a table of shown texts: a value, as the file holds it, and the text that the format makes of it.
typealias ShownCase = (code: String, value: String, text: String)

/// What cells show under formats of their own.
enum ShownText {
  /// The texts of the values, each under its code.
  static func of(_ cases: [(code: String, value: String)], usesDate1904: Bool = false) throws -> [String] {
    let cells = cases.enumerated().map { "<c s='\($0)'><v>\($1.value)</v></c>" }
    return try builder(cells, cases.map(\.code), usesDate1904).cells().map(\.shownText)
  }

  /// The text of a text under a code.
  static func of(text: String, _ code: String) throws -> String? {
    try builder(["<c s='0' t='str'><v>\(escaped(text))</v></c>"], [code], false).cells().first?.shownText
  }

  static func builder(_ cells: [String], _ codes: [String], _ usesDate1904: Bool) -> WorkbookBuilder {
    WorkbookBuilder(
      rows: "<row>\(cells.joined())</row>", formats: codes.map(escaped),
      workbookProperties: usesDate1904 ? "<workbookPr date1904='1'/>" : "")
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
