import BudgetSheets

/// All repairs, as text for people.
struct RepairList {
  let options: CommonOptions
  var style = TextStyle.plain

  /// The lines: of each its code, class, name and what it answers to, then why and where it stops.
  var lines: [String] {
    var lines: [String] = []
    for repairClass in RepairClass.allCases {
      let repairs = Cleaner.repairs.filter { $0.repairClass == repairClass }
      if repairs.isEmpty { continue }
      lines.append(style.bold(repairClass.name(in: options.language)) + "  " + meaning(of: repairClass))
      let names = repairs.map { "\($0.code.rawValue) \($0.words(in: options.language).name)" }
      let width = names.map(TextWidth.of).max() ?? 0
      for (repair, name) in zip(repairs, names) {
        let words = repair.words(in: options.language)
        lines.append("  " + TextWidth.padded(name, to: width) + "  " + style.faint(repair.mess.joined(separator: " ")))
        lines.append("      " + style.faint(options.say("理由：", "why: ")) + Self.plain(words.reason))
        if !words.limits.isEmpty {
          lines.append("      " + style.faint(options.say("界限：", "limits: ")) + Self.plain(words.limits))
        }
      }
    }
    return lines
  }

  /// What a class means.
  func meaning(of repairClass: RepairClass) -> String {
    switch repairClass {
    case .safe:
      options.say("只去掉空白一类的痕迹，不必过目", "only white space and the like goes; nobody needs to look")
    case .noted:
      options.say("写法改变或补上确定的内容，可看清洗记录", "the way of writing changes, or what is certain is filled in; the log tells")
    case .suggested:
      options.say("只是推测，写明代码才改，如 --apply all,Q15", "a suspicion; done only where its code is named, as --apply all,Q15")
    case .never:
      options.say("只报告，从不自动更改，由人处理", "only told and never done; a person has to decide")
    }
  }

  /// A sentence with a sign where words are filled in.
  static func plain(_ sentence: String) -> String { sentence.replacing(/\{\w+\}/, with: "…") }
}
