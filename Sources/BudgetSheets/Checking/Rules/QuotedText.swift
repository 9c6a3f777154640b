/// Texts of the rule language, in which double quotes keep a label together whatever it holds.
enum QuotedText {
  /// Splits at a separator, outside of quotation marks; the pieces are without white space at their ends.
  static func split(_ text: String, at separator: String, maximum: Int = .max) -> [String] {
    let wanted = Array(separator)
    let characters = Array(text)
    var pieces: [String] = []
    var start = 0
    var index = 0
    var isQuoted = false
    while index < characters.count {
      if characters[index] == "\"" { isQuoted.toggle() }
      let end = index + wanted.count
      if !isQuoted, pieces.count < maximum, end <= characters.count, characters[index..<end].elementsEqual(wanted) {
        pieces.append(FrameText.trimmed(String(characters[start..<index])))
        index = end
        start = end
      } else {
        index += 1
      }
    }
    pieces.append(FrameText.trimmed(String(characters[start...])))
    return pieces
  }

  /// The text between quotation marks, two of which stand for one; nil where a text is not quoted as a whole.
  static func unquoted(_ text: String) -> String? {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
