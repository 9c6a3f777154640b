/// Gathers what `sheets dump` prints, so that a large sheet takes few writes and little memory.
struct DumpOutput {
  private var text = ""

  mutating func write(_ piece: String) {
    text += piece
    if text.utf8.count >= 1 << 16 { flush() }
  }

  /// Prints what is left.
  mutating func flush() {
    if !text.isEmpty { Console.write(text) }
    text.removeAll(keepingCapacity: true)
  }
}
