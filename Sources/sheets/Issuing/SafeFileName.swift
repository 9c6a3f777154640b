import Foundation

/// Names of files that Windows, macOS and Linux take alike.
enum SafeFileName {
  /// The most bytes of a name in UTF-8, with its ending: file systems take 255, and a program that saves a copy adds to it.
  static let longest = 200

  /// A name that every system takes.
  ///
  /// - Parameters:
  ///   - stem: The name without its ending.
  ///   - ending: The ending with its dot.
  static func name(_ stem: String, ending: String) -> String {
    var text = plain(stem.precomposedStringWithCanonicalMapping)
    text = trimmed(shortened(text, to: longest - ending.utf8.count))
    // What begins with these is hidden, or taken for a lock file of Office.
    while text.first == "." || text.hasPrefix("~$") { text = "_" + text.dropFirst() }
    if text.isEmpty { text = "_" }
    return unreserved(text) + ending
  }

  /// A name as file systems compare it that do not tell upper from lower case, or one spelling of a letter from another.
  static func comparable(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.uppercased().lowercased().precomposedStringWithCanonicalMapping
  }

  /// The text with `_` for what no name may hold, and without what nobody sees.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      // Marks of direction and joiners are invisible; two names that differ in them look the same.
      case .format: continue
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: result.append("_")
      default: result.append("<>:\"/\\|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    return trimmed(String(result))
  }

  /// The text without blanks at its beginning, and without dots and blanks at its end, which Windows drops.
  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || last == "." { rest.removeLast() }
    return String(rest)
  }

  /// The text cut off at a character.
  private static func shortened(_ text: String, to bytes: Int) -> String {
    if text.utf8.count <= bytes { return text }
    var count = 0
    var result = ""
    for character in text {
      count += character.utf8.count
      if count > bytes { break }
      result.append(character)
    }
    return result
  }

  /// The names of devices of Windows, which a dot and an ending do not change.
  private static let devices: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    for digit in "0123456789¹²³" {
      names.insert("com\(digit)")
      names.insert("lpt\(digit)")
    }
    return names
  }()

  private static func unreserved(_ stem: String) -> String {
    let end = stem.firstIndex(of: ".") ?? stem.endIndex
    guard devices.contains(trimmed(String(stem[..<end])).lowercased()) else { return stem }
    return stem[..<end] + "_" + stem[end...]
  }
}
