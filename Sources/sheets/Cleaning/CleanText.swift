import BudgetSheets

/// What cleaning one workbook came to, as text for people.
struct CleanText {
  let result: CleaningResult
  /// The form set of the workbook.
  let set: FormSet?
  let options: CommonOptions
  /// Whether the changes were made; else they are a plan.
  let isApplied: Bool
  /// What a code says, in a few words.
  let meaning: @Sendable (FindingCode) -> String?
  /// What the file is called; nil for its name alone.
  var path: String?
  var style = TextStyle.plain
  /// Whether everything is told by itself.
  var listsAll = false

  /// How many kinds of findings are told unless all are asked for.
  private static let kinds = 8
  /// How many places are named of what was left.
  private static let places = 6

  /// The whole report but for its last line, which says what to do.
  var body: [String] {
    var lines = [style.bold(headline), countLine]
    var changeText = ChangeText(options: options, style: style, listsAll: listsAll)
    if result.isChanged {
      lines.append(style.bold(isApplied ? options.say("已改动", "Changed") : options.say("将改动", "To be changed")))
      lines += changeText.lines(result.log.changes)
    }
    let suggestions = result.suggestions
    if !suggestions.isEmpty {
      changeText.givesReasons = true
      lines.append(
        style.bold(options.say("建议", "Suggested"))
          + options.say("（只是推测：核对后须写明代码才改）", " (suspicions: look at them; done only where their code is named)"))
      lines += changeText.lines(suggestions)
    }
    if changeText.leavesOut(result.log.changes) || changeText.leavesOut(suggestions) {
      lines.append("  " + style.faint(options.say("用 --all 列出每一处", "--all lists every one")))
    }
    lines += unselected + kept + remaining
    return lines
  }

  /// The workbook, the department and the year.
  var headline: String {
    CheckText.headline(of: result.after, path: path, options)
  }

  /// How many changes there are of each class.
  var countLine: String {
    var counts: [RepairClass: Int] = [:]
    for change in result.log.changes { counts[Cleaner.description(of: change.code).repairClass, default: 0] += 1 }
    if !isApplied { counts[.suggested, default: 0] += result.suggestions.count }
    let parts = [RepairClass.safe, .noted, .suggested].map { repairClass in
      repairClass.name(in: options.language) + " \(counts[repairClass] ?? 0)"
    }
    let head = isApplied ? options.say("已清洗：", "Cleaned: ") : options.say("清洗计划：", "Plan: ")
    let note = isApplied ? "" : options.say("（文件没有改动）", " (nothing was changed)")
    return head + parts.joined(separator: " · ") + note
  }

  // MARK: What was left

  /// Repairs that are done without being named, but were not selected.
  private var unselected: [String] {
    let changes = unselectedChanges
    if changes.isEmpty { return [] }
    let text = ChangeText(options: options, style: style)
    let groups = Dictionary(grouping: changes, by: \.code).sorted { $0.key < $1.key }
    return [
      style.bold(options.say("没有选用", "Not selected")) + options.say("（--apply all 会改）", " (--apply all does them)")
    ]
      + groups.map { "  " + text.head($0.key) + options.say("  \($0.value.count) 处", "  \($0.value.count)") }
  }

  private var unselectedChanges: [CellChange] {
    result.offered.filter { Cleaner.description(of: $0.code).repairClass != .suggested }
  }

  /// What could not be repaired, and why.
  private var kept: [String] {
    if result.kept.isEmpty { return [] }
    struct Kind: Hashable {
      var code: RepairCode
      var reason: String
    }
    var order: [Kind] = []
    var places: [Kind: [String]] = [:]
    for kept in result.kept {
      let kind = Kind(code: kept.code, reason: kept.reason.text(in: options.language))
      if places[kind] == nil { order.append(kind) }
      places[kind, default: []].append(kept.place.address)
    }
    let text = ChangeText(options: options, style: style)
    return [style.bold(options.say("没有清洗，保持原样", "Left as it was"))]
      + order.sorted { $0.code < $1.code }.map { kind in
        let all = places[kind] ?? []
        let shown = listsAll ? all : Array(all.prefix(Self.places))
        let more = shown.count < all.count ? options.say("等 \(all.count) 处", " … (\(all.count))") : ""
        return "  " + text.head(kind.code) + options.say("：", ": ") + shown.joined(separator: options.comma) + more
          + options.say("（\(kind.reason)）", " (\(kind.reason))")
      }
  }

  /// The findings that wait for a person.
  private var remaining: [String] {
    let findings = result.after.waiting
    if findings.isEmpty { return [] }
    let title =
      style.bold(options.say("仍需人处理", "Left for a person"))
      + (result.isChanged ? options.say("（清洗以后）", " (after cleaning)") : "")
    let list = RemainingText(options: options, meaning: meaning, set: set, style: style)
    return [title] + list.lines(findings, kinds: listsAll ? nil : Self.kinds, listsPlaces: listsAll)
  }

  // MARK: In short

  /// The report in a few lines, for when there are many.
  var block: [String] {
    var lines = [style.bold(headline), "  " + countLine]
    let codes = Dictionary(grouping: result.log.changes, by: \.code).sorted { $0.key < $1.key }
    if !codes.isEmpty {
      lines.append(
        "  "
          + codes.map { code, changes in
            "\(code.rawValue) \(Cleaner.description(of: code).words(in: options.language).name) \(changes.count)"
          }.joined(separator: " · "))
    }
    if !result.kept.isEmpty {
      let keptCodes = Set(result.kept.map(\.code)).sorted().map(\.rawValue).joined(separator: options.comma)
      lines.append(
        "  "
          + options.say(
            "没有清洗 \(result.kept.count) 处（\(keptCodes)）", "left as it was: \(result.kept.count) (\(keptCodes))"))
    }
    let unselected = unselectedChanges.count
    if unselected > 0 {
      lines.append(
        "  "
          + options.say("没有选用 \(unselected) 处（--apply all 会改）", "not selected: \(unselected) (--apply all does them)"))
    }
    lines.append("  " + remainingSentence)
    return lines
  }

  /// What it comes to, in one line.
  var sentence: String {
    let count = result.log.changes.count
    let made: String
    if count == 0 {
      made = options.say("没有需要清洗的内容。", "There is nothing to clean. ")
    } else if isApplied {
      made = options.say("已清洗 \(count) 处。", "\(count) \(count == 1 ? "change" : "changes") made. ")
    } else {
      made = options.say("可清洗 \(count) 处。", "\(count) \(count == 1 ? "change" : "changes") can be made. ")
    }
    return made + remainingSentence
  }

  /// What still needs a person, in one sentence.
  private var remainingSentence: String {
    let after = result.after
    let errors = after.open(.error).count
    let warnings = after.open(.warning).count
    let unchecked = after.ledger.notChecked
    var parts: [String] = []
    if errors > 0 { parts.append(options.say("错误 \(errors) 项", "\(errors) \(errors == 1 ? "error" : "errors")")) }
    if warnings > 0 {
      parts.append(options.say("需说明 \(warnings) 项", "\(warnings) \(warnings == 1 ? "warning" : "warnings")"))
    }
    if unchecked > 0 {
      parts.append(options.say("未能进行的检查 \(unchecked) 项", "\(unchecked) checks that could not be made"))
    }
    let when = result.isChanged ? options.say("清洗后", "after cleaning ") : ""
    if parts.isEmpty {
      return options.say("\(when)没有待处理的问题。", "Nothing is left for a person.")
    }
    return options.say("\(when)仍有：", "Left \(when)for a person: ")
      + parts.joined(separator: options.say("，", ", ")) + options.say("。", ".")
  }
}
