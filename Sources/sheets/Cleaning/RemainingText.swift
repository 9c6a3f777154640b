import BudgetSheets

/// What still needs a person, as text: a line for each code of findings.
struct RemainingText {
  let options: CommonOptions
  /// What a code says, in a few words.
  let meaning: (FindingCode) -> String?
  /// The form set, by which figures are told; nil where they are not.
  var set: FormSet?
  var style = TextStyle.plain

  /// How many places are named of one code.
  private static let places = 3
  /// How many columns the words of a code take at most.
  private static let width = 52
  /// How many those of a single finding.
  private static let singleWidth = 100

  /// The findings by level and code: how many there are, what is said, and where the first ones are.
  ///
  /// - Parameter kinds: How many codes are told; nil for all.
  func lines(_ findings: [Finding], kinds: Int?, listsPlaces: Bool) -> [String] {
    let groups = Dictionary(grouping: findings) { RemainingKind(level: $0.level, code: $0.code) }
    let sorted = groups.sorted { $0.key < $1.key }
    let shown = Array(sorted.prefix(kinds ?? sorted.count))
    let heads = shown.map { head($0.key) }
    let width = heads.map(TextWidth.of).max() ?? 0
    let digits = shown.map { "\($0.value.count)".count }.max() ?? 1
    var lines = zip(shown, heads).map { group, head in
      let count = TextWidth.right(group.value.count, to: digits)
      let padding = String(repeating: " ", count: width - TextWidth.of(head) + 2)
      return "  " + styled(group.key) + padding + options.say("\(count) 处", count) + "  "
        + said(group.value, listsPlaces: listsPlaces)
    }
    if shown.count < sorted.count {
      let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.value.count }
      lines.append("  " + options.say("另有 \(rest) 处未列出，用 --all 查看", "\(rest) more are not listed; --all lists them"))
    }
    return lines
  }

  /// The level and the code.
  func head(_ kind: RemainingKind) -> String { "\(options.name(of: kind.level)) \(kind.code.rawValue)" }

  private func styled(_ kind: RemainingKind) -> String {
    style.level(kind.level, options.name(of: kind.level)) + " " + kind.code.rawValue
  }

  /// What a code says, cut to a line.
  func words(_ code: FindingCode) -> String? { meaning(code).map { Self.cut($0, to: Self.width) } }

  private static func cut(_ text: String, to width: Int) -> String {
    if TextWidth.of(text) <= width { return text }
    var cut = ""
    for character in text {
      if TextWidth.of(cut) + TextWidth.of(String(character)) >= width { break }
      cut.append(character)
    }
    return cut + "…"
  }

  /// Where the findings are and what they say; of a single one with its own figures or words.
  private func said(_ findings: [Finding], listsPlaces: Bool) -> String {
    var words = self.words(findings[0].code)
    if findings.count == 1 {
      let message = CodeCatalogue.firstSentence(of: findings[0].message(in: options.language))
      if let set, let figures = findings[0].figures(in: set, language: options.language) {
        words = figures
      } else if !message.isEmpty {
        words = Self.cut(message, to: Self.singleWidth)
      }
    }
    return [places(findings, listsAll: listsPlaces), words ?? ""].filter { !$0.isEmpty }
      .joined(separator: options.say("：", ": "))
  }

  /// The first places, each sheet named once.
  private func places(_ findings: [Finding], listsAll: Bool) -> String {
    let shown = listsAll ? findings : Array(findings.prefix(Self.places))
    var sheet: String?
    var texts: [String] = []
    for finding in shown {
      var text = FindingReport.place(finding)
      if let own = finding.sheet, own == sheet, text.hasPrefix(own), text.count > own.count {
        text = String(text.dropFirst(own.count + 1))
      }
      texts.append(text)
      sheet = finding.sheet
    }
    texts.removeAll(where: \.isEmpty)
    return texts.joined(separator: options.comma)
      + (shown.count < findings.count ? options.say(" 等", " …") : "")
  }
}
