internal import XlsxPackage

/// The names that worksheets had and get, applied to formulas, and those that no formula may use any more.
struct SheetRenames {
  /// The new names by the old ones in lower case: Excel tells no case from another in them.
  private var names: [ExactText: String] = [:]
  /// The places of all sheets before the change, by their names in lower case.
  private let places: [ExactText: Int]
  /// The sheets that are taken out.
  var removals = SheetRemovals()

  /// Starts without a change of the sheets of a workbook.
  init(of sheets: [String]) {
    places = Dictionary(zip(sheets.map { ExactText($0.lowercased()) }, sheets.indices)) { first, _ in first }
  }

  /// Whether no sheet gets another name or is taken out.
  var isEmpty: Bool { names.isEmpty && removals.isEmpty }

  /// Whether no sheet gets another name, so that no formula changes.
  var changesNothing: Bool { names.isEmpty }

  mutating func add(_ old: String, _ new: String) { names[ExactText(old.lowercased())] = new }

  /// The new name of a worksheet, nil where it keeps its own.
  func newName(of name: String) -> String? { names[ExactText(name.lowercased())] }

  private func isSheet(_ name: ArraySlice<UInt8>) -> Bool {
    places[ExactText(String(decoding: name, as: UTF8.self).lowercased())] != nil
  }

  /// The errors that end like the name of a sheet before a cell.
  private static let errors: Set<String> = [
    "NUM", "REF", "NULL", "VALUE", "CALC", "SPILL", "FIELD", "BLOCKED", "CONNECT", "UNKNOWN", "BUSY",
  ]

  /// A formula with the new names, nil where it has none of the old ones.
  ///
  /// Texts stay, and so do sheets of other workbooks, as in `[1]Sheet1!A1`. A renamed sheet is put between apostrophes,
  /// which is right for every name.
  func renaming(_ formula: String) -> String? {
    if names.isEmpty || !formula.utf8.contains(UInt8(ascii: "!")) { return nil }
    return replacing(in: formula, sheets: renaming(range:))
  }

  /// The sheet or table that is taken out and a formula refers to, as messages call it; nil where it refers to none.
  func removal(in formula: String) -> String? {
    if removals.isEmpty || (!removals.hasTables && !formula.utf8.contains(UInt8(ascii: "!"))) { return nil }
    var found: String?
    _ = replacing(in: formula) { range in
      found = found ?? removal(range: range)
      return nil
    } words: { word in
      if removals.hasTables { found = found ?? removals.table(String(decoding: word, as: UTF8.self)) }
    }
    return found
  }

  /// A formula with others in place of its names of sheets, nil where none is replaced.
  ///
  /// - Parameters:
  ///   - sheets: Gives what replaces one name, or two with a colon between them.
  ///   - words: Is given the other words, which may be names of tables.
  private func replacing(
    in formula: String, sheets: (String) -> String?, words: (ArraySlice<UInt8>) -> Void = { _ in }
  ) -> String? {
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    var position = 0
    var isChanged = false
    /// Whether what comes next belongs to another workbook.
    var isExternal = false
    while position < bytes.count {
      let byte = bytes[position]
      let start = position
      switch byte {
      case UInt8(ascii: "\""):
        position = (bytes[(position + 1)...].firstIndex(of: byte) ?? bytes.count - 1) + 1
      case UInt8(ascii: "["):
        position = FormulaText.closingBracket(bytes, from: position) + 1
        isExternal = true
        result.append(contentsOf: bytes[start..<position])
        continue
      case UInt8(ascii: "'"):
        position = Self.closingApostrophe(bytes, from: position) + 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "!") {
          let name = String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
            .replacingDoubled("'")
          if !name.contains("["), let renamed = sheets(name) {
            result.append(contentsOf: renamed.utf8)
            isChanged = true
            continue
          }
        }
      case _ where FormulaText.isWordByte(byte):
        position = Self.endOfWord(bytes, from: position)
        var end = position
        let before = start > 0 ? bytes[start - 1] : 0
        // `Jan:Dec!A1` stands for all sheets between two, but in `$A$1:Data!B2` and `Top:Data!B2` only one is a sheet.
        if end < bytes.count, bytes[end] == UInt8(ascii: ":"), before != UInt8(ascii: "!"), before != UInt8(ascii: "$")
        {
          let second = Self.endOfWord(bytes, from: end + 1)
          if second > end + 1, second < bytes.count, bytes[second] == UInt8(ascii: "!"),
            isExternal || (isSheet(bytes[start..<end]) && isSheet(bytes[(end + 1)..<second]))
          {
            end = second
          }
        }
        let isError =
          before == UInt8(ascii: "#") && Self.errors.contains(String(decoding: bytes[start..<end], as: UTF8.self))
        if isExternal || isError {
          // The sheets of another workbook keep their names.
          position = end
        } else if end < bytes.count, bytes[end] == UInt8(ascii: "!"),
          let renamed = sheets(String(decoding: bytes[start..<end], as: UTF8.self))
        {
          result.append(contentsOf: renamed.utf8)
          position = end
          isChanged = true
          continue
        } else if before != UInt8(ascii: "!"), end == bytes.count || !Self.endsFunction(bytes[end]) {
          words(bytes[start..<end])
        }
      default:
        position += 1
      }
      isExternal = false
      result.append(contentsOf: bytes[start..<min(position, bytes.count)])
    }
    return isChanged ? String(decoding: result, as: UTF8.self) : nil
  }

  /// The new form of one name, or of two with a colon between them.
  private func renaming(range: String) -> String? {
    let parts = range.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let renamed = parts.map { newName(of: $0) ?? $0 }
    return zip(parts, renamed).allSatisfy { $0.isExactly($1) } ? nil : SheetName.quoted(renamed.joined(separator: ":"))
  }

  /// What is taken out of one name, or of two with a colon between them and all sheets there.
  private func removal(range: String) -> String? {
    let parts = range.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let named = parts.lazy.compactMap({ removals.sheet($0) }).first { return named }
    guard parts.count == 2, let first = places[ExactText(parts[0].lowercased())],
      let last = places[ExactText(parts[1].lowercased())]
    else { return nil }
    return removals.sheet(between: first, and: last)
  }

  /// Whether the word before a byte is called, or names a sheet.
  private static func endsFunction(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: "!") }

  private static func closingApostrophe(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "'") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "'") else { return position }
        position += 1
      }
      position += 1
    }
    return bytes.count - 1
  }

  private static func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, FormulaText.isWordByte(bytes[position]) { position += 1 }
    return position
  }
}

extension String {
  /// The text with each doubled character single.
  fileprivate func replacingDoubled(_ character: Unicode.Scalar) -> String {
    var result = UnicodeScalarView()
    var skips = false
    for scalar in unicodeScalars {
      if scalar == character, skips {
        skips = false
        continue
      }
      skips = scalar == character
      result.append(scalar)
    }
    return String(result)
  }
}
