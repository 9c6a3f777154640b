/// Why a result cannot be written.
enum OutputError: Error {
  /// A file stands there, and nobody asked to replace it.
  case exists(String)
  /// The place is that of an input.
  case isInput(String)
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
    case .failed(let path, let reason):
      options.say("\(path)：无法写出（\(reason)）。", "\(path): cannot be written (\(reason)).")
    }
  }
}
