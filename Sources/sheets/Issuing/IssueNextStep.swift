import BudgetSheets

/// What to do after issuing: a command to type, or what to send to whom.
struct IssueNextStep {
  let issue: IssueOptions
  let options: CommonOptions
  let summary: IssueSummary

  /// The step in words; empty where there is none.
  var text: String {
    if summary.count(.planned) > 0 {
      return command((issue.resume ? ["--resume"] : []) + (issue.force ? ["--force"] : []))
    }
    if summary.count(.failed) > 0 {
      return options.say("处理上述原因后运行 ", "see to the reasons above, then ") + command(["--resume"])
    }
    if summary.count(.interrupted) > 0 { return command(["--resume"]) }
    let count = summary.count(.written) + summary.count(.present)
    if count == 0 { return "" }
    let check = NextCommand(
      "check", [options.say("收回/", "returned/"), "--departments", issue.departments], options: options)
    return options.say(
      "把 \(issue.folder)/ 中的文件分别发给各部门；收回后放进一个文件夹，运行 \(check.text)",
      "send the files in \(issue.folder)/ to their departments; put what comes back into one folder, and \(check.text)")
  }

  /// The command with the same options.
  func command(_ flags: [String]) -> String {
    var arguments = ["--departments", issue.departments, "-o", issue.output]
    if let year = issue.year { arguments += ["--year", year] }
    if let due = issue.due { arguments += ["--due", due] }
    if let prior = issue.prior { arguments += ["--prior", prior] }
    if let name = issue.name { arguments += ["--name", name] }
    if let spare = issue.spare { arguments += ["--spare", String(spare)] }
    if let only = issue.only { arguments += ["--only", only] }
    return NextCommand("new", arguments + flags, options: options).text
  }
}
