extension CellState.Kind {
  /// What people call it, as `数字`.
  func name(in language: Language) -> String {
    switch (self, language) {
    case (.blank, .chinese): "空白"
    case (.number, .chinese): "数字"
    case (.text, .chinese): "文本"
    case (.boolean, .chinese): "逻辑值"
    case (.error, .chinese): "错误值"
    case (.date, .chinese): "日期"
    case (_, .english): rawValue
    }
  }
}

extension CellState {
  /// Whether the text is one that a cell of the kind may hold. What an error value is called is not looked at.
  var isWellFormed: Bool {
    switch kind {
    case .blank: text.isEmpty
    case .number, .date: isNumber
    case .text, .error: true
    case .boolean: text == "0" || text == "1"
    }
  }

  /// Whether the text is a decimal number that a workbook may hold.
  private var isNumber: Bool {
    guard text.utf8.count <= 400, text.utf8.allSatisfy(Self.signs.contains) else { return false }
    return Double(text)?.isFinite ?? false
  }

  private static let signs = Array("0123456789.+-Ee".utf8)
}
