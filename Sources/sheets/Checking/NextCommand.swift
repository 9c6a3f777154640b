/// A command for the user to type next, with the options that this one was given.
struct NextCommand {
  /// The name and what goes with it.
  var words: [String]

  /// Creates a command on a file.
  init(_ command: String, _ arguments: [String], options: CommonOptions) {
    words = ["sheets", command] + arguments
    for directory in options.templates { words += ["--templates", directory] }
    if let set = options.set { words += ["--set", set] }
  }

  /// The text to type into a shell.
  var text: String { words.map(Self.quoted).joined(separator: " ") }

  /// A word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    // Letters beyond ASCII need no quotes in any shell.
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_./=:+,@%>".unicodeScalars.contains(scalar)
        : scalar.properties.isAlphabetic
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
