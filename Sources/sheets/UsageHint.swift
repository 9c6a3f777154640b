import ArgumentParser
import BudgetSheets
import Foundation

/// What a mistake on the command line is called in Chinese; the parser's own words follow it.
enum UsageHint {
  /// The language in which to speak where the options could not be read.
  static func language(of arguments: [String]) -> Language {
    if let index = arguments.firstIndex(of: "--lang"), arguments.indices.contains(index + 1) {
      return Language(rawValue: arguments[index + 1]) ?? CommonOptions.localeLanguage
    }
    let joined = arguments.compactMap { $0.hasPrefix("--lang=") ? String($0.dropFirst(7)) : nil }.first
    return joined.flatMap { Language(rawValue: $0) } ?? CommonOptions.localeLanguage
  }

  /// The line for what the parser says; nil for what it seldom says.
  ///
  /// - Parameters:
  ///   - message: The parser's message, which begins with its one sentence.
  ///   - arguments: The arguments of the command.
  ///   - commands: The names of the commands.
  static func line(for message: String, arguments: [String], commands: [String]) -> String? {
    let sentence = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if let match = sentence.firstMatch(of: /[Uu]nexpected arguments?: ?'([^']*)'|Unexpected argument '([^']*)'/) {
      let word = String(match.output.1 ?? match.output.2 ?? "")
      if arguments.first == word, !commands.contains(word) {
        let near = Suggestion.nearest(to: word, among: commands)
        return near.map { "没有“\(word)”这个命令，是否为 \($0)？" }
          ?? "没有“\(word)”这个命令。现有：\(commands.joined(separator: "、"))。"
      }
      return "多出了参数“\(word)”。"
    }
    if let match = sentence.firstMatch(of: /Unknown option '([^']*)'(?:\. Did you mean '([^']*)')?/) {
      return "没有“\(match.output.1)”这个选项" + (match.output.2.map { "，是否为 \($0)？" } ?? "。")
    }
    if let match = sentence.firstMatch(of: /Missing expected argument '([^']*)'/) {
      let isFile = match.output.1.contains("file")
      return "缺少\(isFile ? "文件名" : "参数 \(match.output.1)")。"
    }
    if let match = sentence.firstMatch(of: /Missing value for '([^ ']*)/) {
      return "选项 \(match.output.1) 后面缺少内容。"
    }
    if let match = sentence.firstMatch(of: /The value '([^']*)' is invalid for '([^ ']*)/) {
      return "选项 \(match.output.2) 不能是“\(match.output.1)”。"
    }
    return nil
  }
}
