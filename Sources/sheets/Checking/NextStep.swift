import BudgetSheets

/// What to do after a check: a command to type, or whom to write to.
struct NextStep {
  let run: CheckRun
  let summary: CheckSummary

  private var options: CommonOptions { run.options }

  /// The step in words; empty where nothing is left to do.
  var text: String {
    let parts = [main, unreadable].compactMap(\.self)
    return parts.joined(separator: options.say("；", "; "))
  }

  /// What helps most with what could be read: a marked copy for the submitter, or the explanation of a code.
  private var main: String? {
    let tally = summary.tally
    let needsCopy = tally.count(.rejected) + tally.count(.explainable) > 0
    if needsCopy {
      guard let folder = run.result.annotate else { return check(annotate: returnFolder).text }
      if summary.outcomes.contains(where: \.hasOldCopy) { return check(annotate: folder, "--force").text }
      if let copies = copies(in: folder) { return copies }
    } else if tally.count(.incomplete) == 0 {
      return nil
    }
    let open = summary.outcomes.filter { $0.verdict != .passed }
    if let code = open.compactMap(\.firstCode).first { return NextCommand("explain", [code], options: options).text }
    return nil
  }

  /// The same check once more, with marked copies.
  private func check(annotate folder: String, _ flags: String...) -> NextCommand {
    let rules = run.rules.files.flatMap { ["--rules", $0] }
    let list = run.result.departments.map { ["--departments", $0] } ?? []
    let prior = run.result.prior.flatMap { ["--prior", $0] }
    return NextCommand("check", run.files + rules + list + prior + ["--annotate", folder] + flags, options: options)
  }

  /// Who gets the copies; nil where none was written.
  private func copies(in folder: String) -> String? {
    let copies = summary.outcomes.compactMap(\.copy)
    if copies.isEmpty { return nil }
    if copies.count == 1 {
      return options.say("请把 \(copies[0]) 发给报送单位", "send \(copies[0]) to its submitter")
    }
    let name = folder.hasSuffix("/") ? folder : folder + "/"
    return options.say(
      "请把 \(name) 中的 \(copies.count) 个文件发给各报送单位", "send the \(copies.count) files in \(name) to their submitters")
  }

  /// Files of which nothing can be said are asked for again.
  private var unreadable: String? {
    let paths = summary.outcomes.filter { $0.verdict == nil }.map(\.path)
    if paths.isEmpty || !run.isBatch { return nil }
    if paths.count <= 3 {
      let names = paths.joined(separator: options.comma)
      return options.say("请报送单位重新提供 \(names)", "ask for \(names) again")
    }
    return options.say("请报送单位重新提供无法读取的 \(paths.count) 个文件", "ask for the \(paths.count) unreadable files again")
  }

  /// A folder for marked copies that can be used as it is: no inputs stand there, and no copies yet.
  private var returnFolder: String {
    let name = options.say("退回", "returned")
    let candidates = [name] + (2...99).map { "\(name)\($0)" }
    let free = candidates.first { folder in
      !run.places.hasInput(in: folder)
        && !run.paths.contains { OutputPlaces.exists(AnnotatedCopy.path(for: $0, in: folder)) }
    }
    return (free ?? name) + "/"
  }
}
