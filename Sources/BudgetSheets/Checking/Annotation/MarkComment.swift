/// The comments that are hung on marked cells.
///
/// They are known by how they begin: some programs drop the author of a comment.
enum MarkComment {
  /// Who says so, as far as a program keeps it.
  static let author = "BudgetSheets"
  private static let opening = "【审核】"
  private static let reference = "详见工作表“"
  private static let closing = "”。"
  /// The most characters of a message that a comment repeats.
  static let longestMessage = 120

  /// The text of a comment.
  static func text(_ lines: [String], list: String) -> String {
    opening + (lines + [reference + list + closing]).joined(separator: "\n")
  }

  /// What a comment says of a finding.
  static func line(_ line: FindingLine) -> String {
    "\(line.key.text) \(LevelMark(line.level).name) \(line.code)：\(short(line.message))"
  }

  /// A text on one line, cut off where it is long.
  static func short(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return words.count > longestMessage ? words.prefix(longestMessage) + "…" : words
  }

  /// Whether a comment is one of ours. One that a person begins in the same way names no line of the list.
  static func isOurs(_ text: String) -> Bool {
    text.hasPrefix(opening) && ListKey(beginning: text.dropFirst(opening.count)) != nil
  }

  /// The lines of the list that a comment of ours names.
  static func keys(in text: String) -> [ListKey] {
    text.dropFirst(opening.count).split(whereSeparator: \.isNewline).compactMap { ListKey(beginning: $0) }
  }

  /// What somebody has written below a comment of ours; nil where nobody has.
  static func addition(in text: String) -> String? {
    guard let start = text.ranges(of: reference).last?.upperBound,
      let end = text[start...].firstRange(of: closing)?.upperBound
    else { return nil }
    let rest = text[end...].trimmed
    return rest.isEmpty ? nil : rest
  }
}
