import XlsxWrite

/// How a level is shown in an annotated copy: a word, and a colour beside it.
///
/// The colours are each one step off those that programs offer, so that a cell which has one exactly was coloured here.
enum LevelMark: CaseIterable {
  case error
  case warning
  case info
  /// A cell that a cause proposes to change and no finding is about.
  case proposal

  init(_ level: Finding.Level) {
    switch level {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }

  /// The word.
  var name: String {
    switch self {
    case .error: ReportText.level(.error).text(in: .chinese)
    case .warning: ReportText.level(.warning).text(in: .chinese)
    case .info: ReportText.level(.info).text(in: .chinese)
    case .proposal: "原因"
    }
  }

  /// The colour of the cell.
  var color: Color {
    switch self {
    case .error: Color(0xFFC7CF)
    case .warning: Color(0xFFEB9D)
    case .info: Color(0xDDEBF8)
    case .proposal: Color(0xE4DFED)
    }
  }
}
