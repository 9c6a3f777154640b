import ArgumentParser
import BudgetSheets

/// Issues blank workbooks to the departments of a list.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Issues one workbook of blank forms per department (下发空表).",
    discussion: """
      The list names a department in each row, or a unit of one, with further columns for the cover. The workbooks \
      open at the first empty cell, check what is typed, and know whose they are. With --prior they know what last \
      year's submissions said: names, projects, figures of the year before; each is matched by its stamp, its code \
      or its whole name, and never by a similar one.

      Nothing is written where a workbook stands already, unless --resume leaves those that are whole and of the same \
      order and writes the others, or --force replaces them. A workbook is written whole or not at all. docs/issuing.md \
      tells all about lists, names and what the workbooks do.

      Exits with 0 when all are written or there, 2 when a workbook of the year before could not be read, 64 for a \
      mistake of usage, 65 for a list that is none, 66 for a file that is not there, 73 when a workbook cannot be \
      written; a failure leaves the others done, and the gravest counts.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var issue: IssueOptions

  func run() async throws {
    let pattern = try pattern()
    let due = try due()
    let chosen = try IssueSet(year: issue.year, options)
    // The year before may have another form set, whatever set is issued.
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.library().sets() }
    let list = try DepartmentList.read(issue.departments, detail: .everything, options: options, sets: sets)
    let selected = try selection(of: list)
    let plan = IssuePlaces(
      list, pattern: pattern, folder: issue.folder, year: chosen.year, set: chosen.set.name,
      isSelected: { selected?.contains($0) ?? true })
    try tellClashes(plan)
    var prior: PriorSubmissions?
    if let path = issue.prior {
      prior = PriorSubmissions(
        try await PriorWorkbooks([path], sets: sets, jobs: issue.jobCount, options), list: list)
    }
    var jobs = plan.jobs
    for index in jobs.indices { jobs[index].prior = prior?.file(of: jobs[index].department) }
    let places = OutputPlaces(inputs: [issue.departments] + (prior?.paths ?? []), replacesExisting: issue.force)
    try tellObstacles(jobs, places, prior)
    let run = IssueRun(
      options: options, issue: issue, chosen: chosen, due: due, jobs: jobs, listed: list.departments.count,
      prior: prior, priorSets: sets, places: places)
    var status = prior?.status ?? .success
    let listener = InterruptListener()
    do throws(OutputError) {
      status.worsen(to: try await run.run(listener))
    } catch {
      Console.message(error.line(options))
      status.worsen(to: .cannotWrite)
    }
    let signal = listener.flag.signal
    listener.stop()
    if let signal {
      InterruptListener.end(with: signal)
      // As a shell counts it, should the signal take its time.
      throw ExitCode(128 + signal)
    }
    try status.exit()
  }

  private func pattern() throws -> FileNamePattern {
    do throws(FileNamePattern.Fault) {
      return try FileNamePattern(issue.name ?? FileNamePattern.standard)
    } catch {
      throw options.usage(error.sentences.chinese, error.sentences.english)
    }
  }

  private func due() throws -> DueDate? {
    guard let text = issue.due else { return nil }
    if let date = DueDate(text) { return date }
    throw options.usage("--due 须为日期，如 2024-01-31。", "--due takes a day, as 2024-01-31.")
  }

  /// The departments that are to have workbooks, by their position; nil for all.
  private func selection(of list: DepartmentList) throws -> Set<Int>? {
    guard let only = issue.only else { return nil }
    var selected: Set<Int> = []
    for word in only.split(whereSeparator: { ",，、".contains($0) }).map({ $0.filter { !$0.isWhitespace } })
    where !word.isEmpty {
      guard let index = list.index(code: word, name: word) else {
        let codes = list.departments.map(\.code).filter { !$0.isEmpty }
        let near = (Suggestion.nearest(to: word, among: codes) ?? list.hint(name: word)?.description)
        throw options.usage(
          "--only：名单中没有“\(word)”" + (near.map { "，是否为 \($0)？" } ?? "。"),
          "--only: “\(word)” is not on the list" + (near.map { "; did you mean \($0)?" } ?? "."))
      }
      selected.insert(index)
    }
    if selected.isEmpty { throw options.usage("--only 后面须写部门编码。", "--only takes codes of departments.") }
    return selected
  }

  /// How many of a kind are told one by one.
  private static let told = 20

  /// Two departments for one file are told before anything is written.
  private func tellClashes(_ plan: IssuePlaces) throws {
    if plan.clashes.isEmpty { return }
    for clash in plan.clashes.prefix(Self.told) {
      Console.message(
        options.say(
          "\(clash.path)：“\(clash.first)”和“\(clash.second)”的文件会同名。",
          "\(clash.path): this would be the file of both “\(clash.first)” and “\(clash.second)”."))
    }
    tellRest(plan.clashes.count)
    Console.message(
      options.say(
        "没有写出文件。请用 --name 让文件名各不相同，如 --name '{code}-{name}.xlsx'，或改正名单。",
        "Nothing was written. Tell the files apart with --name, as --name '{code}-{name}.xlsx', or correct the list."))
    throw ExitCode(ExitStatus.cannotWrite.rawValue)
  }

  /// What stands in the way is told before anything is written.
  private func tellObstacles(_ jobs: [IssueJob], _ places: OutputPlaces, _ prior: PriorSubmissions?) throws {
    if let prior, OutputPlaces(inputs: prior.paths, replacesExisting: false).hasInput(in: issue.folder) {
      Console.message(OutputError.isInputFolder(issue.folder).line(options))
      throw ExitCode(ExitStatus.cannotWrite.rawValue)
    }
    var lines: [String] = []
    var exists = false
    for job in jobs {
      do throws(OutputError) {
        try places.check(job.path)
      } catch {
        // A run that goes on looks at what stands there; it replaces no input either.
        if issue.resume, case .exists = error { continue }
        if issue.resume || issue.force, case .isFolder = error { continue }
        if case .exists = error { exists = true }
        lines.append(error.line(options))
      }
    }
    if lines.isEmpty { return }
    for line in lines.prefix(Self.told) { Console.message(line) }
    tellRest(lines.count)
    Console.message(
      options.say("没有写出文件。", "Nothing was written.")
        + (exists ? options.say("接着上次做，加 --resume。", " To go on with an earlier run, add --resume.") : ""))
    throw ExitCode(ExitStatus.cannotWrite.rawValue)
  }

  private func tellRest(_ count: Int) {
    if count <= Self.told { return }
    let rest = count - Self.told
    Console.message(options.say("（另有 \(rest) 个未列出）", "(\(rest) more are not listed)"))
  }
}
