public import XlsxRead

/// Why no definitions could be drafted from a file.
public enum FormSetDraftError: Error, Sendable {
  /// The file is no workbook that can be read.
  case file(XlsxReadError)
  /// The workbook has sheets, but no cell in them.
  case noCells(file: String)
  /// No sheet looks like a form: headings with amounts below them.
  case noForm(file: String, sheets: [String])
  /// No sheet says in what unit its amounts are, and nobody else does.
  case unitMissing(file: String)
  /// What was drafted cannot be read as a form set.
  case unusable(DefinitionError)

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .file(let error): language == .chinese ? error.chineseLine : "\(error)"
    case .noCells(let file): BookReadError.noCells(file: file).line(in: language)
    case .noForm(let file, let sheets):
      language == .chinese
        ? "\(file)：没有像表样的工作表（要有标题、栏名和金额栏）。看过：\(Self.list(sheets, "、"))。"
        : "\(file): no sheet looks like a form, with a title, headings and columns of amounts. Looked at: \(Self.list(sheets, ", "))."
    case .unitMissing(let file):
      language == .chinese
        ? "\(file)：各表都没有写明金额单位（单位：元、单位：万元等）。请在空白表中写明，或用 --unit 指定。"
        : "\(file): no sheet says in what unit its amounts are. State it in the blank forms, or give it with --unit."
    case .unusable(let error): error.line(in: language)
    }
  }

  /// The first few names of sheets.
  private static func list(_ sheets: [String], _ comma: String) -> String {
    sheets.isEmpty ? "–" : sheets.prefix(12).joined(separator: comma) + (sheets.count > 12 ? " …" : "")
  }
}

extension FormSetDraftError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
