/// One row of a table that may be a list of departments.
struct DepartmentListRow: Hashable {
  /// The line of the text or the row of the sheet, counted from 1.
  var line: Int
  /// The texts by column, with codes as they are read.
  var texts: [String]
  /// What a column shows where that is not what is read as a code, as a date.
  var shown: [Int: String] = [:]

  /// The text of a column without white space around it; empty where there is none.
  func text(_ column: Int?) -> String {
    guard let column, texts.indices.contains(column) else { return "" }
    return texts[column].trimmed
  }

  /// The text of a column as it is shown.
  func shownText(_ column: Int) -> String { (shown[column] ?? text(column)).trimmed }

  /// How many columns say something.
  var filled: Int { texts.count { !$0.allSatisfy(\.isWhitespace) } }
}
