import BudgetSheets

/// One run of `sheets new` over all its departments.
struct IssueRun {
  let options: CommonOptions
  let issue: IssueOptions
  let chosen: IssueSet
  let due: DueDate?
  let jobs: [IssueJob]
  /// How many departments the list holds.
  let listed: Int
  let prior: PriorSubmissions?
  /// The sets among which the set of a book of the year before is found.
  let priorSets: [FormSet]
  let places: OutputPlaces

  private var isJSON: Bool { issue.format == .json }

  /// Issues all workbooks, and says what they come to.
  func run(_ listener: InterruptListener) async throws(OutputError) -> ExitStatus {
    if !issue.dryRun { try OutputPlaces.makeFolder(issue.folder) }
    let style = isJSON ? TextStyle.plain : .ofOutput
    begin(style)
    let issuer = DepartmentIssuer(
      issuer: BatchIssuer(set: chosen.set, expecting: jobs.count), year: chosen.year, due: due?.printed,
      spareRows: issue.spare,
      reader: BookReader(sets: priorSets), places: places, options: options, resumes: issue.resume,
      isDry: issue.dryRun, interrupt: listener.flag)
    // A dry run tells each department as its result.
    let isQuiet = issue.dryRun && !Console.messagesGoToTerminal
    let progress = isQuiet ? nil : ProgressLine(total: jobs.count, options: options)
    var summary = IssueSummary()
    do {
      try await Batch.run(jobs, jobs: issue.jobCount, work: issuer.issue) { outcome in
        progress?.clear()
        write(outcome, isFirst: summary.total == 0)
        if outcome.kind != .interrupted { progress?.finish(outcome.summary(options)) }
        summary.take(outcome)
      }
    } catch {
      preconditionFailure("Nothing ends a batch: \(error)")
    }
    if !issue.dryRun { issuer.issuer.finish(in: issue.folder) }
    end(summary, style, isInterrupted: listener.flag.signal != nil)
    return summary.status
  }

  /// What stands before the first department.
  private func begin(_ style: TextStyle) {
    var lines = [style.bold(chosen.head(options))]
    if let note = chosen.note(options) { lines.append("  " + note) }
    if jobs.count < listed {
      lines.append(
        options.say(
          "  名单共 \(listed) 个部门，只做其中 \(jobs.count) 个", "  \(jobs.count) of the \(listed) departments on the list"))
    }
    if issue.resume, !issue.dryRun {
      let count = Leftovers.remove(in: issue.folder)
      if count > 0 {
        lines.append(
          options.say(
            "  已清除上次中断时留下的临时文件 \(count) 个", "  removed \(count) temporary files of a run that was interrupted"))
      }
    }
    if isJSON {
      for line in lines { Console.message(line) }
      Console.write("[")
    } else {
      for line in lines { Console.line(line) }
    }
  }

  /// Writes what goes to the result at once.
  private func write(_ outcome: IssueOutcome, isFirst: Bool) {
    let job = outcome.job
    if isJSON {
      var notes = outcome.notes
      if let several = prior?.several(of: job.department), !several.isEmpty {
        let files = several.joined(separator: options.comma)
        notes.append(
          options.say("上年件不止一个，都未采用：\(files)", "more than one workbook of the year before, none taken: \(files)"))
      }
      let line = IssueJSON.line(
        job.department, set: chosen.set.name, year: chosen.year, file: job.path, status: outcome.kind.rawValue,
        prior: job.prior, reason: outcome.reason, notes: notes)
      Console.write((isFirst ? "\n" : ",\n") + line)
      if outcome.kind == .failed, Console.messagesGoToTerminal { Console.message(outcome.summary(options)) }
    } else if issue.dryRun {
      let prior = job.prior.map { options.say("；上年件 \($0)", "; the year before: \($0)") } ?? ""
      Console.line("  \(job.department) → \(outcome.summary(options))\(prior)")
    }
  }

  /// What stands after the last department.
  private func end(_ summary: IssueSummary, _ style: TextStyle, isInterrupted: Bool) {
    let text = IssueSummaryText(summary: summary, prior: prior, options: options, style: style)
    let next = IssueNextStep(issue: issue, options: options, summary: summary).text
    let interrupted = isInterrupted ? options.say("已中断：", "Interrupted: ") : ""
    let last =
      interrupted + text.verdict + (next.isEmpty ? "" : options.say("下一步：", " Next: ") + next)
    if isJSON {
      Console.write("\n]\n")
      Console.message(last)
    } else {
      for line in text.lines { Console.line(line) }
      Console.line(style.bold(last))
    }
  }
}
