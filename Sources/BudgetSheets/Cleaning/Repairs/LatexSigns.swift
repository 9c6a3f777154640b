/// Puts signs in the place of the commands of LaTeX by which a program wrote them.
struct LatexSigns: TextRepair {
  static let description = RepairDescription(
    .latexSigns, .noted, mess: ["T7"],
    chinese: .init(
      name: "LaTeX 记号改为符号", reason: "\\geq、\\leq、\\times 一类的记号改为 ≥、≤、×",
      limits: "只认 \\geq \\ge \\geqslant \\leq \\le \\leqslant \\times，后面紧跟字母的不动。"),
    english: .init(
      name: "LaTeX signs", reason: "commands such as \\geq, \\leq, \\times became ≥, ≤, ×",
      limits: "only \\geq \\ge \\geqslant \\leq \\le \\leqslant \\times, and not where a letter follows."))

  private static let signs = [
    "geqslant": "≥", "geq": "≥", "ge": "≥", "leqslant": "≤", "leq": "≤", "le": "≤", "times": "×",
  ]

  func repaired(_ text: String, at site: CellSite) -> String {
    guard site.isText, text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "\\") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      let word = String(rest.prefix { $0.isASCII && $0.isLetter })
      guard let sign = Self.signs[word] else {
        result += "\\"
        continue
      }
      // $\geq$ is the same in the language that the command is from.
      rest = rest.dropFirst(word.count)
      // A program that escapes backslashes writes two.
      if result.last == "\\" { result.removeLast() }
      if result.last == "$", rest.first == "$" {
        result.removeLast()
        rest.removeFirst()
      }
      result += sign
    }
    return result + rest
  }
}
