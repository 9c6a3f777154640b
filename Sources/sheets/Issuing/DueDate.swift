import Foundation

/// The day by which forms are to be handed in.
struct DueDate: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads a day, as `2024-01-31`, `2024/1/31`, `2024.1.31`, `20240131` or `2024年1月31日`; nil where it is none.
  init?(_ text: String) {
    let match: (Substring, Substring, Substring)
    if let found = text.wholeMatch(of: /(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?/) {
      match = (found.output.1, found.output.2, found.output.3)
    } else if let found = text.wholeMatch(of: /(\d{4})(\d{2})(\d{2})/) {
      match = (found.output.1, found.output.2, found.output.3)
    } else {
      return nil
    }
    guard let year = Int(match.0), let month = Int(match.1), let day = Int(match.2),
      DateComponents(calendar: Calendar(identifier: .gregorian), year: year, month: month, day: day).isValidDate
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day as it is printed on the forms.
  var printed: String { "\(year)年\(month)月\(day)日" }
}
