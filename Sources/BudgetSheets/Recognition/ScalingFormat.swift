/// Number formats that show another amount than the cell holds.
enum ScalingFormat {
  /// Whether a format shows thousandths (`#,##0,`), hundredths as percent, or moves the point (`0!.0000`).
  static func scales(_ format: String) -> Bool {
    var isQuoted = false
    var previous: Character = " "
    var literal: Character?
    for character in format {
      if let mark = literal {
        if mark == "!" || mark == "\\", character == "." { return true }
        literal = nil
        previous = " "
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "!", "_", "*": literal = character
      case "%": return true
      case ".", ";":
        if previous == "," { return true }
        previous = character
      default: previous = character
      }
    }
    return previous == ","
  }
}
