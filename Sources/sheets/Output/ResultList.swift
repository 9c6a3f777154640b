/// The results of several files on standard output, as one JSON array where there are to be several of them.
struct ResultList {
  /// Whether they make an array.
  let isArray: Bool
  private var isFirst = true

  /// Begins the list.
  init(isArray: Bool) {
    self.isArray = isArray
    if isArray { Console.write("[") }
  }

  /// Writes the result of the next file; empty where it has none.
  mutating func add(_ text: String) {
    if isArray, !text.isEmpty {
      Console.write(isFirst ? "\n" : ",\n")
      isFirst = false
    }
    Console.write(text)
  }

  /// Ends the list.
  func end() {
    if isArray { Console.write("\n]\n") }
  }
}
