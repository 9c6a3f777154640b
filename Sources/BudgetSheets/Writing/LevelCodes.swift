/// Tells by their codes which rows are those of a class (类, 款).
struct LevelCodes {
  let rows: [FormRow]
  /// The levels from the total down.
  let levels: [RowLevel]

  /// Whether a row may be added up to a row above it: one of another kind takes every row, one of a class those whose code
  /// begins with its own. A code that is blank, or cannot be read, is told elsewhere, and is of the class where it stands.
  func takes(_ row: Int, below upper: Int, of level: RowLevel) -> Bool {
    guard level.kind.isOfClass else { return true }
    for (number, column) in level.key.enumerated() {
      guard let own = code(row, column), let code = code(upper, column) else { continue }
      // Where one column holds the whole code it goes on below; elsewhere each column has a part of it.
      if number == 0 ? !own.hasPrefix(code) : own != code { return false }
    }
    return true
  }

  /// The code of a row in a column; nil where it has none, or something that is no code.
  private func code(_ row: Int, _ column: LabelPath) -> String? {
    guard let text = rows[row].text(column) else { return nil }
    let code = CodeText.read(text, digits: nil)
    return CodeText.isDigits(code) ? code : nil
  }

  /// The whole code of a row, as it is told.
  func text(_ row: Int) -> String {
    guard let level = levels.first(where: { $0.kind == rows[row].kind }) else { return rows[row].key }
    var text = ""
    for column in level.key { text += code(row, column) ?? "" }
    return text
  }

  /// The code of the class of a level of which a row would be; empty where that cannot be told.
  func expected(_ row: Int, of level: RowLevel, length: Int) -> String {
    var text = ""
    for column in level.key { text += code(row, column) ?? "" }
    return level.key.count == 1 ? String(text.prefix(length)) : text
  }
}
