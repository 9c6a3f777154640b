import BudgetSheets

/// Why a result cannot be written.
enum OutputError: Error {
  /// A file stands there, and nobody asked to replace it.
  case exists(String)
  /// The place is that of an input.
  case isInput(String)
  /// A folder stands there.
  case isFolder(String)
  /// The folder for results is one of inputs.
  case isInputFolder(String)
  /// Another file of the batch has the same name, and its result stands there.
  case sameName(String, as: String)
  /// No marked copy of a workbook can be made at a path.
  case annotation(String, AnnotationError)
  /// The system refuses.
  case failed(String, reason: String)

  /// One line that says what, where and what to do.
  func line(_ options: CommonOptions) -> String {
    switch self {
    case .exists(let path):
      options.say(
        "\(path)：文件已存在，未改动。换一个文件名，或加 --force。",
        "\(path): the file exists and was left as it is. Choose another name, or add --force.")
    case .isInput(let path):
      options.say(
        "\(path)：输出与输入是同一个文件，未改动。请换一个位置。",
        "\(path): the output is an input, and was left as it is. Choose another place.")
    case .isFolder(let path):
      options.say("\(path)：此处是文件夹。请写明其中的文件名。", "\(path): a folder stands there. Name a file inside it.")
    case .isInputFolder(let path):
      options.say(
        "\(path)：原件就在这个文件夹，结果不能放在这里。请换一个文件夹。",
        "\(path): the workbooks themselves stand in this folder. Choose another one for the results.")
    case .sameName(let path, let other):
      options.say(
        "\(path)：与 \(other) 同名，结果不能放在同一个文件夹。请改名或分开处理。",
        "\(path): has the name of \(other), so their results cannot stand in one folder. Rename one, or work on them apart."
      )
    case .annotation(let path, let error):
      options.say("\(path)：", "\(path): ") + error.sentence(in: options.language)
    case .failed(let path, let reason):
      options.say("\(path)：无法写出（\(reason)）。", "\(path): cannot be written (\(reason)).")
    }
  }
}
