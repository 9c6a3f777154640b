import XlsxPackage

/// What a formula refers to, as far as its text says so.
struct FormulaTokens {
  /// The other sheets that it names.
  private(set) var sheets: [String] = []
  /// Whether it may refer to more than its text says: names, tables, other workbooks, several sheets at once, functions that
  /// make references of texts.
  private(set) var isUnknown = false
  /// Whether it is one cell of another sheet and nothing else.
  private(set) var isCellOfSheet = false

  /// The functions whose result depends on more than the cells they name.
  private static let indirect: Set<String> = ["INDIRECT", "OFFSET"]

  init(_ formula: String) {
    let scalars = Array(formula.unicodeScalars)
    if scalars.isEmpty { isUnknown = true }
    var words = 0
    var others = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\"" {
        others += 1
        index += 1
        while index < scalars.count, scalars[index] != "\"" { index += 1 }
        index += 1
      } else if scalar == "'" {
        var name = String.UnicodeScalarView()
        index += 1
        while index < scalars.count {
          if scalars[index] == "'" {
            guard index + 1 < scalars.count, scalars[index + 1] == "'" else { break }
            index += 1
          }
          name.append(scalars[index])
          index += 1
        }
        index += 1
        guard index < scalars.count, scalars[index] == "!" else {
          isUnknown = true
          return
        }
        add(sheet: String(name))
        index += 1
      } else if Self.isWord(scalar) {
        var word = String.UnicodeScalarView()
        while index < scalars.count, Self.isWord(scalars[index]) {
          word.append(scalars[index])
          index += 1
        }
        let text = String(word)
        let next = index < scalars.count ? scalars[index] : " "
        let start = index - word.count
        let previous = start > 0 ? scalars[start - 1] : " "
        if next == "!" {
          // 一月:三月!B5 is a cell of every sheet between the two.
          if previous == ":" { isUnknown = true }
          add(sheet: text)
          index += 1
        } else if next == "(" {
          others += 1
          if Self.indirect.contains(text.uppercased()) { isUnknown = true }
        } else if CellReference(text) != nil {
          words += 1
        } else if next == ":" || previous == ":", Self.isColumn(text) {
          words += 2
        } else if Double(text) == nil, !["TRUE", "FALSE"].contains(text.uppercased()) {
          // A name or a table.
          isUnknown = true
        } else {
          others += 1
        }
      } else {
        if scalar == "[" || scalar == "#" || scalar == "{" { isUnknown = true }
        if !scalar.properties.isWhitespace { others += 1 }
        index += 1
      }
    }
    isCellOfSheet = sheets.count == 1 && words == 1 && others == 0
  }

  private mutating func add(sheet: String) {
    if sheet.contains(":") || sheet.contains("[") { isUnknown = true }
    sheets.append(sheet)
  }

  /// Whether a word is a column, as in `A:B` or `$A:$B`.
  private static func isColumn(_ word: String) -> Bool {
    let letters = word.hasPrefix("$") ? word.dropFirst() : word[...]
    return (1...3).contains(letters.count) && letters.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar == "$" || scalar == "\\" || scalar == "?"
      || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
