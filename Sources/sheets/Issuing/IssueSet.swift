import ArgumentParser
import BudgetSheets

/// The form set whose forms are issued, and the year they are issued for.
struct IssueSet: Sendable {
  let set: FormSet
  let year: String

  /// Chooses the set that is named, else the newest one that is meant for the year.
  ///
  /// What cannot be decided is told, and ends the command.
  init(year: String?, _ options: CommonOptions) throws {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    if let year, year.wholeMatch(of: /[0-9]{4}/) == nil {
      throw options.usage("--year 须为四位数字，如 2024。", "--year takes four digits, as 2024.")
    }
    let meant = sets.filter { year.map($0.years.contains) ?? true }
    let candidates = meant.isEmpty ? sets : meant
    let newest = candidates.compactMap(Self.lastYear).max()
    let chosen = candidates.filter { Self.lastYear($0) == newest }
    guard let set = chosen.first, chosen.count == 1 else {
      let names = chosen.map(\.name).joined(separator: options.comma)
      throw options.usage(
        "有几套表样都可用：\(names)。请用 --set 指定一套。", "Several form sets would do: \(names). Choose one with --set.")
    }
    guard let year = year ?? (set.years.count == 1 ? set.years.first : nil) else {
      throw options.usage(
        "请用 --year 指定预算年度。表样 \(set.name) 适用于 \(set.years.joined(separator: "、"))。",
        "Give the year of the budget with --year. The form set \(set.name) is meant for \(set.years.joined(separator: ", "))."
      )
    }
    self.set = set
    self.year = year
  }

  private static func lastYear(_ set: FormSet) -> String? { set.years.max() }

  /// What is issued, in one line.
  func head(_ options: CommonOptions) -> String {
    options.say("\(set.title)（\(set.name)），\(year) 年", "\(set.title) (\(set.name)), \(year)")
  }

  /// What there is to say of the choice; nil where the set is meant for the year.
  func note(_ options: CommonOptions) -> String? {
    if set.years.isEmpty || set.years.contains(year) { return nil }
    let years = set.years.joined(separator: options.comma)
    return options.say(
      "这套表样适用于 \(years) 年；用于 \(year) 年前，请核对表样有无变动。",
      "This form set is meant for \(years); see whether the forms of \(year) are the same.")
  }
}
