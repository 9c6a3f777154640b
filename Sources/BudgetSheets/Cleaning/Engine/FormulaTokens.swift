import XlsxPackage

/// What a formula refers to, as far as its text says so.
struct FormulaTokens {
  /// Cells that a formula names.
  struct Reference: Hashable {
    /// The sheet; nil for that of the formula itself.
    var sheet: String?
    var range: CellRange
  }

  /// The cells that it names.
  private(set) var references: [Reference] = []
  /// The other sheets that it names.
  private(set) var sheets: [String] = []
  /// The words that are neither functions nor cells: defined names and tables.
  private(set) var names: [String] = []
  /// Whether it may refer to more than its text says: tables, other workbooks, several sheets at once, functions that make
  /// references of texts.
  private(set) var isOpen = false
  /// Whether it is one cell of another sheet and nothing else.
  private(set) var isCellOfSheet = false

  /// Whether its text does not say all that it refers to.
  var isUnknown: Bool { isOpen || !names.isEmpty }

  /// The functions that make references of texts and numbers.
  private static let indirect: Set<String> = ["INDIRECT", "OFFSET"]

  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// The sheet named just before.
  private var sheet: String?
  /// How many words and signs there are beside cells.
  private var others = 0

  init(_ formula: String) {
    scalars = Array(formula.unicodeScalars)
    isOpen = scalars.isEmpty
    while index < scalars.count { readToken() }
    isCellOfSheet =
      sheets.count == 1 && references.count == 1 && others == 0 && names.isEmpty && !isOpen
      && references[0].range.first == references[0].range.last
  }

  private var next: Unicode.Scalar { index < scalars.count ? scalars[index] : " " }

  private mutating func readToken() {
    let scalar = scalars[index]
    if scalar == "\"" {
      others += 1
      index += 1
      while index < scalars.count, scalars[index] != "\"" { index += 1 }
      index += 1
    } else if scalar == "'" {
      readQuotedSheet()
    } else if Self.isWord(scalar) {
      readWord()
    } else {
      if scalar == "[" || scalar == "#" || scalar == "{" { isOpen = true }
      if !scalar.properties.isWhitespace { others += 1 }
      index += 1
    }
  }

  private mutating func readQuotedSheet() {
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
    if next == "!" {
      take(sheet: String(name))
    } else {
      isOpen = true
    }
  }

  private mutating func readWord() {
    let start = index
    while index < scalars.count, Self.isWord(scalars[index]) { index += 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<index]))
    let isAfterColon = start > 0 && scalars[start - 1] == ":"
    if next == "!" {
      // 一月:三月!B5 is a cell of every sheet between the two.
      if isAfterColon { isOpen = true }
      take(sheet: word)
    } else if next == "(" {
      others += 1
      if Self.indirect.contains(word.uppercased()) { isOpen = true }
    } else if let cell = CellReference(word) {
      take(CellRange(cell, cell), isEnd: isAfterColon)
    } else if next == ":" || isAfterColon, let range = Self.wholeLines(word) {
      take(range, isEnd: isAfterColon)
    } else if Double(word) != nil || ["TRUE", "FALSE"].contains(word.uppercased()) {
      others += 1
    } else {
      names.append(word)
    }
  }

  private mutating func take(sheet name: String) {
    if name.contains(":") || name.contains("[") { isOpen = true }
    sheets.append(name)
    sheet = name
    index += 1
  }

  /// Takes a cell or a line, or the end of a range that begins with the one before.
  private mutating func take(_ range: CellRange, isEnd: Bool) {
    guard isEnd, let last = references.popLast() else {
      references.append(Reference(sheet: sheet, range: range))
      sheet = nil
      return
    }
    // The colon is no sign by itself.
    others -= 1
    let rows = [last.range.first.row, last.range.last.row, range.first.row, range.last.row]
    let columns = [last.range.first.column, last.range.last.column, range.first.column, range.last.column]
    let first = CellReference(row: rows.min() ?? 1, column: columns.min() ?? 1)
    let end = CellReference(row: rows.max() ?? 1, column: columns.max() ?? 1)
    references.append(Reference(sheet: last.sheet, range: CellRange(first, end)))
    sheet = nil
  }

  /// The cells of a column or row, as in `A:B`, `$A:$B` or `3:5`; nil for any other word.
  private static func wholeLines(_ word: String) -> CellRange? {
    let plain = word.filter { $0 != "$" }
    if let row = Int(plain), (1...CellReference.maximumRow).contains(row) {
      return CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: CellReference.maximumColumn))
    }
    guard (1...3).contains(plain.count), plain.allSatisfy({ $0.isASCII && $0.isLetter }),
      let top = CellReference(plain + "1")
    else { return nil }
    return CellRange(top, CellReference(row: CellReference.maximumRow, column: top.column))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar == "$" || scalar == "\\" || scalar == "?"
      || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
