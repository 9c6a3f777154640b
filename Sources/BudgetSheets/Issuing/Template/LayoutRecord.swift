import Synchronization
import XlsxWrite

/// What a layout of placeholders asked about the size of the texts that they stand for, and the answers.
///
/// While a record is current, the layout is given the sizes of the values. Whatever has the same answers to the same
/// questions is laid out in the same way.
final class LayoutRecord: Sendable {
  /// The record of the layout that this task is at; nil for all that are no template.
  @TaskLocal static var current: LayoutRecord?

  /// A question with its answer.
  struct Entry: Sendable {
    var question: LayoutQuestion
    var answer: Double
  }

  private let values: [String]
  private let asked = Mutex<[Entry]>([])

  /// Makes a record of a layout for some values.
  init(values: [String]) {
    self.values = values
  }

  /// All that was asked, in order.
  var entries: [Entry] { asked.withLock { $0 } }

  /// The answer to a question about a text.
  func answer(_ question: LayoutQuestion, about text: String) -> Double {
    let answer = question.answer(values)
    if Self.holdsPlaceholder(text) { asked.withLock { $0.append(Entry(question: question, answer: answer)) } }
    return answer
  }

  /// The answer to a question about cells.
  func answer(_ question: LayoutQuestion, about cells: [FormCell]) -> Double {
    let answer = question.answer(values)
    if cells.contains(where: { Self.holdsPlaceholder($0.value?.text ?? $0.raw ?? "") }) {
      asked.withLock { $0.append(Entry(question: question, answer: answer)) }
    }
    return answer
  }

  /// A text as it is where a layout is for departments themselves, with the values in the placeholders' stead in a template.
  ///
  /// For what follows from the kind of a text alone, in which the orders of one shape agree.
  static func shown(_ text: String) -> String { current.map { fill(text, $0.values) } ?? text }

  /// Whether a text holds a character that may be a placeholder.
  static func holdsPlaceholder(_ text: String) -> Bool {
    // No other characters begin with this byte in UTF-8.
    text.utf8.contains(0xF4)
  }

  /// The number of the value that a placeholder stands for, where a character is one.
  private static func number(of scalar: Unicode.Scalar) -> Int? {
    scalar.value >= 0x10_0000 ? Int(scalar.value - 0x10_0000) : nil
  }

  /// A text with values in the placeholders' stead.
  static func fill(_ text: String, _ values: [String]) -> String {
    guard holdsPlaceholder(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let number = number(of: scalar), values.indices.contains(number) {
        result.append(contentsOf: values[number].unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A cell with values in the placeholders' stead.
  static func fill(_ cell: FormCell, _ values: [String]) -> FormCell {
    var cell = cell
    if let text = cell.value?.text { cell.value = .text(fill(text, values)) }
    cell.raw = cell.raw.map { fill($0, values) }
    return cell
  }
}
