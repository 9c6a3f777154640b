import XlsxPackage
import XlsxWrite

/// The rules for what is typed into cells.
enum InputRule {
  /// Amounts are numbers.
  static let amount = DataValidation(
    .decimal(.between(-9e11, 9e11)), errorTitle: "不是数字", errorMessage: "请输入数字")

  /// Codes have a number of digits; another one is asked about, since dictionaries grow.
  static func code(digits: [Int], first: CellReference) -> DataValidation? {
    if digits.isEmpty { return nil }
    let cases = digits.map { "LEN(\(first))=\($0)" }.joined(separator: ",")
    let lengths = digits.map { "\($0)" }.joined(separator: "、")
    return DataValidation(
      .custom(digits.count == 1 ? cases : "OR(\(cases))"), errorStyle: .warning, errorTitle: "位数不符",
      errorMessage: "编码一般为 \(lengths) 位，请核对。")
  }

  /// One of the entries of a dictionary; another one is asked about.
  static func list(named name: String, in set: FormSet) -> DataValidation? {
    guard let list = set.lists[name], !list.entries.isEmpty else { return nil }
    let rule: DataValidation.Rule =
      isShort(list) ? .list(names(of: list)) : .listRange("=" + DictionarySheet.definedName(of: name))
    return DataValidation(
      rule, errorStyle: .information, errorTitle: name, errorMessage: "“\(name)”字典中没有这一项（字典可能不全），请核对。")
  }

  /// The entries that a drop-down shows: each name once.
  static func names(of list: CodeList) -> [String] {
    var seen: Set<String> = []
    return list.entries.map(\.name).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Whether the entries fit into the rule itself.
  static func isShort(_ list: CodeList) -> Bool {
    let names = names(of: list)
    let length = names.reduce(names.count - 1) { $0 + $1.utf16.count + $1.count { $0 == "\"" } }
    return length <= 255 && names.allSatisfy { !$0.contains(",") && !$0.contains(where: \.isNewline) }
  }
}
