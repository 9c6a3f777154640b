import XlsxPackage

/// Reads the formula of a plain sum: `D8+E8`, `SUM(F8:H8,J8)`, also where it is rounded, or blank where it is nothing.
struct SumText {
  private let characters: [Character]
  private var index = 0
  private var depth = 0
  private var ranges: [CellRange] = []

  private init(_ text: Substring) { characters = Array(text) }

  /// The cells that are added up, each once; nil where the formula says anything else.
  static func ranges(of formula: String) -> [CellRange]? {
    guard !formula.isEmpty, formula.utf8.count <= 8_000 else { return nil }
    var text = formula.filter { !$0.isWhitespace }[...]
    if text.first == "=" { text.removeFirst() }
    if text.first == "+" { text.removeFirst() }
    if let sum = blankForNothing(text) { text = sum }
    var reader = SumText(text)
    guard reader.readSum(), reader.index == reader.characters.count else { return nil }
    return reader.ranges.isEmpty || reader.namesCellTwice ? nil : reader.ranges
  }

  /// The sum in a formula that shows nothing where its sum is nothing: `IF(x=0,"",x)`, or with `ROUND(x,6)=0`.
  private static func blankForNothing(_ text: Substring) -> Substring? {
    guard text.hasPrefix("IF("), text.hasSuffix(")") else { return nil }
    for mark in ["=0,\"\",", "=0,0,"] {
      guard let middle = text.firstRange(of: mark) else { continue }
      let asked = text[text.index(text.startIndex, offsetBy: 3)..<middle.lowerBound]
      let sum = text[middle.upperBound...].dropLast()
      if asked == sum { return sum }
      guard asked.hasPrefix("ROUND("), let comma = asked.lastIndex(of: ",") else { continue }
      if asked[asked.index(asked.startIndex, offsetBy: 6)..<comma] == sum { return sum }
    }
    return nil
  }

  private var namesCellTwice: Bool {
    if ranges.count > 500 { return true }
    for (position, range) in ranges.enumerated() {
      for other in ranges[(position + 1)...]
      where range.first.row <= other.last.row && other.first.row <= range.last.row
        && range.first.column <= other.last.column && other.first.column <= range.last.column
      {
        return true
      }
    }
    return false
  }

  private mutating func readSum() -> Bool {
    depth += 1
    defer { depth -= 1 }
    if depth > 30 { return false }
    repeat {
      guard readTerm() else { return false }
    } while take("+")
    return true
  }

  private mutating func readTerm() -> Bool {
    if take("(") { return readSum() && take(")") }
    let word = readWord()
    if word.isEmpty { return false }
    if take("(") {
      switch word.uppercased() {
      case "SUM":
        repeat {
          guard readArgument() else { return false }
        } while take(",")
        return take(")")
      case "ROUND": return readSum() && take(",") && Int(readWord()) != nil && take(")")
      default: return false
      }
    }
    guard let cell = CellReference(word) else { return false }
    ranges.append(CellRange(cell, cell))
    return true
  }

  private mutating func readArgument() -> Bool {
    let start = index
    let word = readWord()
    guard let first = CellReference(word), take(":") else {
      index = start
      return readSum()
    }
    guard let last = CellReference(readWord()) else { return false }
    ranges.append(CellRange(first, last))
    return true
  }

  private mutating func readWord() -> String {
    let start = index
    while index < characters.count, characters[index].isASCII,
      characters[index].isLetter || characters[index].isNumber || characters[index] == "$"
    {
      index += 1
    }
    return String(characters[start..<index])
  }

  private mutating func take(_ character: Character) -> Bool {
    guard index < characters.count, characters[index] == character else { return false }
    index += 1
    return true
  }
}
