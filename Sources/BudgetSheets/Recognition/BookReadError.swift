public import XlsxRead

/// Why no book could be read from a file.
public enum BookReadError: Error, Sendable {
  /// The file is no workbook that can be read.
  case file(XlsxReadError)
  /// The workbook has sheets, but no cell in them: only pictures, or nothing.
  case noCells(file: String)
  /// The workbook holds no form of any set.
  case noForm(file: String)
  /// The workbook fits several form sets equally.
  case severalSets(file: String, sets: [String])

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .file(let error):
      language == .chinese ? error.chineseLine : "\(error)"
    case .noCells(let file):
      language == .chinese
        ? "\(file)：工作簿中只有图片或空表，没有可读的单元格。请改交可编辑的工作簿。"
        : "\(file): the workbook holds only pictures or blank sheets, and no cell to read. Ask for one that can be edited."
    case .noForm(let file):
      file + (language == .chinese ? "：" : ": ") + FindingCode.noFormInWorkbook.message(in: language, filledWith: [:])
    case .severalSets(let file, let sets):
      file + (language == .chinese ? "：" : ": ")
        + FindingCode.severalFormSets.message(in: language, filledWith: ["sets": sets.joined(separator: ", ")])
    }
  }
}

extension BookReadError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
