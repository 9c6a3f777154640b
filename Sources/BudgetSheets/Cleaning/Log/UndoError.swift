public import XlsxRead
public import XlsxWrite

/// Why changes could not be taken back. Nothing was written.
public enum UndoError: Error, Sendable {
  /// The file cannot be read.
  case unreadable(XlsxReadError)
  /// The workbook does not allow the change.
  case file(XlsxWriteError)
  /// The file is the submitted one.
  case alreadyAsBefore(file: String)
  /// The log has none of the changes that are asked for.
  case nothingSelected
  /// Cells are not as the log left them.
  case differs(file: String, [Difference])
  /// A cell was changed again afterwards by repairs that are to stay.
  case changedLater(Place, code: RepairCode, by: [RepairCode])
  /// Changes of a sheet, or of a row of it, that belong together were asked for only in part.
  case divided(sheet: String, row: Int?, code: RepairCode)
  /// The log tells what was taken over into a workbook of the set's own layout, which is another one.
  case standardLayout(submitted: String)
  /// The record in the workbook does not tell a change of the log: it is of another workbook, or somebody has changed it.
  case notRecorded(file: String, Place, code: RepairCode)
  /// The log has a change that no cleaning makes.
  case malformed(Place, code: RepairCode)

  /// A cell that is not as the log left it.
  public struct Difference: Sendable, Hashable {
    /// The cell.
    public var place: Place
    /// What the log left there.
    public var expected: CellState
    /// What it holds; nil where the file has no such sheet.
    public var found: CellState?
  }

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch (self, language) {
    case (.unreadable(let error), .chinese): error.chineseLine
    case (.unreadable(let error), .english): "\(error)"
    case (.file(let error), .chinese):
      "\(error.path.map { $0 + "：" } ?? "")工作簿的内部结构不能安全改动，没有恢复。请用 Excel 或 WPS 打开后重新保存。（\(error.message)）"
    case (.file(let error), .english): "\(error)"
    case (.alreadyAsBefore(let file), .chinese): "\(file)：这就是清洗前的文件，无须恢复。"
    case (.alreadyAsBefore(let file), .english):
      "\(file): this is the file as it was before cleaning. There is nothing to undo."
    case (.nothingSelected, .chinese): "记录中没有所指的改动。请核对代码和单元格。"
    case (.nothingSelected, .english):
      "the log has none of the changes that are asked for. Check the codes and the cells."
    case (.differs(let file, let cells), .chinese):
      "\(file)：与记录不符，没有恢复：\(Self.list(cells, .chinese))。请用清洗后的文件，或只恢复其余单元格。"
    case (.differs(let file, let cells), .english):
      "\(file): the file does not fit the log, and nothing was undone: \(Self.list(cells, .english)). Give the cleaned file, or undo other cells only."
    case (.changedLater(let place, let code, let later), .chinese):
      "\(place.address) 在 \(code.rawValue) 之后又经 \(Self.codes(later, .chinese)) 改动，须一并恢复。"
    case (.changedLater(let place, let code, let later), .english):
      "\(place.address) was changed by \(Self.codes(later, .english)) after \(code.rawValue). Undo that too."
    case (.divided(let sheet, let row, let code), .chinese):
      "\(sheet)\(row.map { " 第 \($0) 行" } ?? "")由 \(code.rawValue) 所作的改动须一并恢复，没有恢复。请不要只选其中的一部分。"
    case (.divided(let sheet, let row, let code), .english):
      "the changes that \(code.rawValue) made to \(row.map { "row \($0) of " } ?? "")\(sheet) belong together, and nothing was undone. Undo all of them, or none."
    case (.standardLayout(let file), .chinese):
      "清洗后的文件是按标准表样另写的工作簿，无须恢复：原文件 \(file) 没有改动，请直接使用。"
    case (.standardLayout(let file), .english):
      "the cleaned file is another workbook, in the standard layout; there is nothing to undo. The submitted file \(file) was not changed: use that."
    case (.notRecorded(let file, let place, let code), .chinese):
      "\(file)：工作簿里的清洗记录没有 \(place.address)（\(code.rawValue)）这一条，或内容不同，没有恢复。请用与它同时写出、未经改动的记录文件。"
    case (.notRecorded(let file, let place, let code), .english):
      "\(file): the record in the workbook does not tell the change of \(place.address) (\(code.rawValue)), or tells it otherwise, and nothing was undone. Give the log that was written with it, unchanged."
    case (.malformed(let place, let code), .chinese):
      "记录有误：\(place.address)（\(code.rawValue)）不是清洗能作的改动。请使用清洗时写出的原文件。"
    case (.malformed(let place, let code), .english):
      "the log is not sound: no cleaning makes the change of \(place.address) (\(code.rawValue)). Give the log as cleaning wrote it."
    }
  }

  /// The most cells that are named.
  private static let mostNamed = 5

  private static func list(_ cells: [Difference], _ language: Language) -> String {
    let named = cells.prefix(mostNamed).map { cell in
      let expected = cell.expected.quoted(in: language)
      let found = cell.found?.quoted(in: language)
      return language == .chinese
        ? "\(cell.place.address)（记录为\(expected)，\(found.map { "现为\($0)" } ?? "没有这张工作表")）"
        : "\(cell.place.address) (the log says \(expected), \(found.map { "it holds \($0)" } ?? "there is no such sheet"))"
    }
    let more = cells.count - named.count
    let text = named.joined(separator: language == .chinese ? "、" : ", ")
    if more == 0 { return text }
    return language == .chinese ? "\(text)等 \(cells.count) 处" : "\(text) and \(more) more"
  }

  private static func codes(_ codes: [RepairCode], _ language: Language) -> String {
    codes.map(\.rawValue).joined(separator: language == .chinese ? "、" : ", ")
  }
}

extension UndoError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}

extension CellState {
  /// What it holds, for a message.
  fileprivate func quoted(in language: Language) -> String {
    if kind == .blank, formula == nil { return kind.name(in: language) }
    let content = formula.map { "=" + $0 } ?? text
    let cut = content.count > 30 ? content.prefix(30) + "…" : content[...]
    return kind == .text || formula != nil ? "“\(cut)”" : String(cut)
  }
}
