extension BookFormatError.Problem {
  /// What is wrong and what to do, in both languages.
  var sentences: (chinese: String, english: String) {
    switch self {
    case .notJSON(let line, let column, let expected):
      (
        "第\(line)行第\(column)列不是正确的 JSON，这里应当是：\(ChineseName.of(expected))。",
        "not valid JSON: line \(line), column \(column) should hold \(expected)."
      )
    case .expected(let what, let found):
      ("这里应当是\(ChineseName.of(what))，而不是\(ChineseName.of(found))。", "expected \(what) here, not \(found).")
    case .memberMissing(let name): ("缺少“\(name)”。请补上。", "the member “\(name)” is missing. Add it.")
    case .memberUnknown(let name, let suggestion):
      (
        "不认识的成员“\(name)”" + Self.chinese(suggestion, else: "请删除。"),
        "unknown member “\(name)”" + Self.english(suggestion, else: "Remove it.")
      )
    case .formatUnknown(let found):
      ("“\(found)”不是预算数据，应为“\(BookJSON.format)”。", "“\(found)” is no book; it should be “\(BookJSON.format)”.")
    case .versionUnknown(let found, let known):
      ("不认识版本 \(found)，本程序读取版本 \(known)。", "version \(found) is not known; this program reads version \(known).")
    case .setUnknown(let name, let known):
      (
        "没有表样“\(name)”，可用：\(known.joined(separator: "、"))。",
        "there is no form set “\(name)”; use one of \(known.joined(separator: ", "))."
      )
    case .setVersionUnknown(let version, let known):
      (
        "表样版本“\(version)”不适用，可用：\(known.joined(separator: "、"))。",
        "the version “\(version)” of the form set is not accepted; use \(known.joined(separator: ", "))."
      )
    case .definition(let error): (error.line(in: .chinese), error.line(in: .english))
    case .formUnknown(let number, let suggestion, let known):
      (
        "没有表“\(number)”" + Self.chinese(suggestion, else: "可用：\(known.joined(separator: "、"))。"),
        "there is no form “\(number)”" + Self.english(suggestion, else: "Use one of \(known.joined(separator: ", ")).")
      )
    case .formTwice(let number):
      ("表“\(number)”出现两次。请只保留一张。", "the form “\(number)” stands twice. Keep one of them.")
    case .pathUnknown(let path, let suggestion):
      (
        "本表没有“\(path)”" + Self.chinese(suggestion, else: "请对照表样。"),
        "the form has no “\(path)”" + Self.english(suggestion, else: "Compare it with the form.")
      )
    case .pathAmbiguous(let path, let candidates):
      (
        "“\(path)”可以是\(candidates.joined(separator: "、"))。请写明一个。",
        "“\(path)” could be \(candidates.joined(separator: ", ")). Write one of them."
      )
    case .pathTwice(let path): ("“\(path)”出现两次。请只保留一个。", "“\(path)” stands twice. Keep one of them.")
    case .valueUnknown(let value, let allowed, let suggestion):
      (
        "不认识的值“\(value)”" + Self.chinese(suggestion, else: "可用：\(allowed.joined(separator: "、"))。"),
        "unknown value “\(value)”" + Self.english(suggestion, else: "Use one of \(allowed.joined(separator: ", ")).")
      )
    case .amountUnquoted(let number):
      (
        "金额 \(number) 请加引号写作\"\(number)\"，否则其他程序会按浮点数处理而失真。",
        "put the amount \(number) in quotes, as \"\(number)\": unquoted, other programs read it as floating point."
      )
    case .textUnquoted(let number):
      (
        "本栏是文字或编码，\(number) 请加引号，以免丢失前导零。",
        "texts and codes stand in quotes: write \"\(number)\", with its leading zeros."
      )
    case .amountMalformed(let text, let unit):
      (
        "“\(text)”不是以\(unit.rawValue)计、精确到分的金额。请只写数字和一个小数点，如 \"1234.50\"。",
        "“\(text)” is no amount in \(unit.rawValue) exact to the 分. Write digits with at most one point, as \"1234.50\"."
      )
    case .cellMalformed(let text):
      ("“\(text)”不是单元格地址，应如 \"G9\"。", "“\(text)” is no cell reference; write it as \"G9\".")
    case .paneMissing(let panes):
      (
        "本表分为\(panes.joined(separator: "、"))，请用“pane”写明该行属于哪一部分。",
        "the form has the panes \(panes.joined(separator: ", ")); name that of the row as “pane”."
      )
    case .rowUnknown(let label, let suggestion):
      (
        "本表没有“\(label)”行" + Self.chinese(suggestion, else: "请对照表样。"),
        "the form has no row “\(label)”" + Self.english(suggestion, else: "Compare it with the form.")
      )
    case .rowUnnamed:
      ("不知道这是哪一行。请用“key”写明行标签。", "it is not said which row this is. Give its label path as “key”.")
    case .rowAmbiguous(let label, let keys):
      (
        "“\(label)”可以是\(keys.joined(separator: "、"))。请用“key”写明。",
        "“\(label)” could be \(keys.joined(separator: ", ")). Give one of them as “key”."
      )
    case .keyTwice(let key):
      (
        "“\(key)”行出现两次。请删除一行，或去掉“key”由程序编号。",
        "the row “\(key)” stands twice. Remove one, or leave “key” out to have them numbered."
      )
    case .keyDiffers(let key, let cells):
      (
        "“key”写作“\(key)”，而各栏为“\(cells)”。请更正，或去掉“key”。",
        "the key is “\(key)”, but the cells say “\(cells)”. Correct one, or leave “key” out."
      )
    case .differs(let given, let expected):
      (
        "写作“\(given)”，按数据应为“\(expected ?? "")”。请更正或删除。",
        "is “\(given)”, but the rest says “\(expected ?? "")”. Correct it, or leave it out."
      )
    }
  }

  private static func chinese(_ suggestion: String?, else advice: String) -> String {
    suggestion.map { "，是否为“\($0)”？" } ?? "。" + advice
  }

  private static func english(_ suggestion: String?, else advice: String) -> String {
    suggestion.map { "; did you mean “\($0)”?" } ?? ". " + advice
  }
}
