import BudgetSheets
import Foundation

/// How text for people is set off: with colours on a terminal, without anything else everywhere else.
///
/// Colour only repeats what the words say.
struct TextStyle: Sendable {
  /// Whether colours are used.
  let isColoured: Bool

  /// Text as it is.
  static let plain = TextStyle(isColoured: false)

  /// The style for results: coloured where standard output is a terminal and nobody asked for `NO_COLOR`.
  static var ofOutput: TextStyle {
    let environment = ProcessInfo.processInfo.environment
    // https://no-color.org: any value but the empty one.
    let isAllowed = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return TextStyle(isColoured: isAllowed && Console.outputIsTerminal)
  }

  /// A heading.
  func bold(_ text: String) -> String { set(text, "1") }

  /// What matters less.
  func faint(_ text: String) -> String { set(text, "2") }

  /// Something good.
  func good(_ text: String) -> String { set(text, "32") }

  /// The word for a level.
  func level(_ level: Finding.Level, _ text: String) -> String {
    switch level {
    case .error: set(text, "31")
    case .warning: set(text, "33")
    case .info: set(text, "36")
    }
  }

  private func set(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
