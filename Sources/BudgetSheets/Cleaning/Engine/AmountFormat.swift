/// Number formats that show an amount as it is.
enum AmountFormat {
  /// A format that shows an amount in full: the given one where it does, else a plain one.
  ///
  /// A cell that held a text may have any format, since none showed: of text, of a date, of percent, with a unit in words.
  static func showing(_ format: String, decimals: Int) -> String {
    if format == "General" || isPlain(format, decimals: decimals) { return format }
    return "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
  }

  /// Whether every section of a format shows a number in digits, with enough decimals and nothing but signs around.
  private static func isPlain(_ format: String, decimals: Int) -> Bool {
    let sections = format.split(separator: ";", omittingEmptySubsequences: false)
    guard let first = sections.first, sections.count <= 2 else { return isAccounting(format) }
    return !first.isEmpty && sections.allSatisfy { isPlain(section: $0, decimals: decimals) }
  }

  private static func isPlain(section: Substring, decimals: Int) -> Bool {
    var rest = section
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      // A colour.
      guard rest[..<end].dropFirst().allSatisfy(\.isLetter) else { return false }
      rest = rest[rest.index(after: end)...]
    }
    var digits = ""
    while let character = rest.popFirst() {
      switch character {
      case "_", "*": _ = rest.popFirst()
      case "\\": if let sign = rest.popFirst(), !"-() ".contains(sign) { return false }
      case "#", "0", "?", ",", ".": digits.append(character)
      case "-", "(", ")", " ", "+": break
      default: return false
      }
    }
    guard digits.contains("0") || digits.contains("#"), digits.last != "," else { return false }
    let places = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    return places >= decimals
  }

  /// Excel's own accounting formats, with a section for nothing and one for text.
  private static func isAccounting(_ format: String) -> Bool {
    format == "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ "
      || format == "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)"
  }
}
