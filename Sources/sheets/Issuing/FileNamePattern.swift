import BudgetSheets

/// What the workbooks of departments are called, as `{code}-{name}.xlsx`.
struct FileNamePattern: Sendable {
  /// What stands for something else.
  enum Field: String, CaseIterable, Sendable {
    case code
    case name
    case year
    case set
  }

  /// Why a text is no pattern.
  enum Fault: Error, Equatable {
    /// It does not end in .xlsx.
    case ending
    /// It names a folder.
    case path
    /// There is no such field.
    case fieldUnknown(String)
    /// A brace has no other.
    case brace
  }

  private enum Part: Sendable {
    case text(String)
    case field(Field)
  }

  /// The pattern unless another one is given.
  static let standard = "{code}-{name}.xlsx"
  private static let ending = ".xlsx"

  private var parts: [Part] = []

  /// Reads a pattern.
  init(_ text: String) throws(Fault) {
    guard text.lowercased().hasSuffix(Self.ending) else { throw .ending }
    if text.contains("/") || text.contains("\\") { throw .path }
    var rest = text.dropLast(Self.ending.count)
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != "{" && $0 != "}" }
      if !plain.isEmpty { parts.append(.text(String(plain))) }
      rest = rest[plain.endIndex...]
      guard let brace = rest.first else { break }
      guard brace == "{", let end = rest.firstIndex(of: "}") else { throw .brace }
      let word = String(rest[rest.index(after: rest.startIndex)..<end])
      guard let field = Field(rawValue: word) else { throw .fieldUnknown(word) }
      parts.append(.field(field))
      rest = rest[rest.index(after: end)...]
    }
  }

  /// The name of a department's workbook, safe for every file system.
  ///
  /// A field of which nothing is known falls away with the dash or blank behind it, or before it at the end.
  func name(of department: DepartmentList.Department, year: String, set: String) -> String {
    var stem = ""
    var dropsDash = false
    for part in parts {
      switch part {
      case .text(let text):
        stem += dropsDash ? String(text.trimmingPrefix(while: Self.separates)) : text
        dropsDash = false
      case .field(let field):
        let value =
          switch field {
          case .code: department.code
          case .name: department.name
          case .year: year
          case .set: set
          }
        stem += value
        if value.isEmpty { dropsDash = true }
      }
    }
    if dropsDash {
      while let last = stem.last, Self.separates(last) { stem.removeLast() }
    }
    return SafeFileName.name(stem, ending: Self.ending)
  }

  private static func separates(_ character: Character) -> Bool { "-_ .—·".contains(character) }
}

extension FileNamePattern.Fault {
  /// What is wrong, in both languages.
  var sentences: (chinese: String, english: String) {
    let fields = FileNamePattern.Field.allCases.map { "{\($0.rawValue)}" }
    switch self {
    case .ending: return ("--name 须以 .xlsx 结尾。", "--name must end in .xlsx.")
    case .path:
      return (
        "--name 是文件名，不能含有 / 或 \\。文件夹用 -o 指定。", "--name is the name of a file, without / or \\. Name the folder with -o."
      )
    case .fieldUnknown(let word):
      let near = Suggestion.nearest(to: word, among: FileNamePattern.Field.allCases.map(\.rawValue))
      return (
        "--name 中没有 {\(word)} 这一项" + (near.map { "，是否为 {\($0)}？" } ?? "。可用：\(fields.joined(separator: "、"))。"),
        "--name knows no {\(word)}"
          + (near.map { "; did you mean {\($0)}?" } ?? ". There are \(fields.joined(separator: ", ")).")
      )
    case .brace: return ("--name 中的花括号不成对。", "--name has a brace without another.")
    }
  }
}
