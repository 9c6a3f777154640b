/// Excel's rules on the names of worksheets and of ranges.
enum SheetName {
  /// Tells what is wrong with a worksheet's name, in a sentence; nil where nothing is.
  static func complaint(about name: String) -> String? {
    if name.isEmpty { return "the name of a worksheet is empty. Give it one." }
    if name.utf16.count > 31 {
      return "the name has \(name.utf16.count) characters. Shorten it to 31."
    }
    if let bad = name.unicodeScalars.first(where: { "[]:*?/\\".unicodeScalars.contains($0) }) {
      return "the name holds \"\(bad)\". Leave out [ ] : * ? / and \\."
    }
    if name.utf8.first == UInt8(ascii: "'") || name.utf8.last == UInt8(ascii: "'") {
      return "the name begins or ends with an apostrophe. Leave it out."
    }
    if name.unicodeScalars.contains(where: { !XMLText.allows($0) || $0.value < 0x20 || $0.value == 0x7F }) {
      return "the name holds a control character. Leave it out."
    }
    if name.lowercased() == "history" { return "Excel keeps the name History for itself. Choose another." }
    return nil
  }

  /// The name between apostrophes, as it stands in formulas; right for every name, where 2026 or A1 would not be bare.
  static func quoted(_ name: String) -> String {
    var result = "'"
    for character in name.unicodeScalars {
      if character == "'" { result.append("'") }
      result.unicodeScalars.append(character)
    }
    return result + "'"
  }

  /// Tells what is wrong with the name of a range, in a sentence; nil where nothing is.
  static func complaint(aboutDefinedName name: String) -> String? {
    guard let first = name.unicodeScalars.first else { return "the name is empty. Give it one." }
    // The library keeps names and what they refer to in 128 bytes each.
    if name.utf8.count > 127 { return "the name takes \(name.utf8.count) bytes. Shorten it to 127." }
    guard first == "_" || first == "\\" || first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy({
        $0 == "_" || $0 == "." || $0 == "\\" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else {
      return "\"\(name)\" is no name. Begin with a letter or _, and go on with letters, digits, dots and _."
    }
    if looksLikeReference(name) { return "\"\(name)\" reads like a cell. Choose another name." }
    return nil
  }

  /// Whether a name would be read as `A1`, `R1C1`, `R` or `C`.
  private static func looksLikeReference(_ name: String) -> Bool {
    let upper = name.uppercased()
    let letters = upper.prefix { ("A"..."Z").contains($0) }
    let digits = upper.dropFirst(letters.count)
    if (1...3).contains(letters.count), !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) { return true }
    guard let first = upper.first, first == "R" || first == "C" else { return false }
    return upper.allSatisfy { $0 == "R" || $0 == "C" || ("0"..."9").contains($0) }
      && upper.filter { $0 == "R" }.count <= 1 && upper.filter { $0 == "C" }.count <= 1
  }
}
