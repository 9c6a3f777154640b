import BudgetSheets

/// One run of `sheets check` over all its files.
struct CheckRun {
  let options: CommonOptions
  let result: CheckOptions
  let rules: CountyRules
  /// The files and folders as they were named.
  let files: [String]
  let paths: [String]
  let isBatch: Bool
  let isArray: Bool
  let places: OutputPlaces
  /// What stands in the folders beside workbooks.
  let rest: FolderContent.Rest

  /// Checks all files, writes the results in their order, and says what they come to.
  func run(
    sets: [FormSet], rulesLeftOut: [String: String], jobs: Int, list: DepartmentList?, prior: PriorMatch?
  ) async throws(OutputError) -> ExitStatus {
    let pageFolder = try pageFolder()
    let annotation = try annotation()
    let output = try ResultOutput(path: pageFolder == nil ? result.output : nil, places: places)
    let style = result.format == .text && result.output == nil ? TextStyle.ofOutput : .plain
    let checker = FileChecker(
      checkers: Dictionary(uniqueKeysWithValues: sets.map { ($0.name, Checker(set: $0)) }), rulesLeftOut: rulesLeftOut,
      reader: BookReader(sets: sets), options: options, format: result.format, failOn: result.failOn,
      style: style, listsAll: result.all, isBatch: isBatch, isPart: isArray || result.envelope,
      pages: pageFolder.map { PageNames.pages(for: paths, in: $0) } ?? [:], places: places, annotation: annotation,
      prior: prior)
    let progress = ProgressLine(total: paths.count, options: options)
    var summary = CheckSummary()
    let writer = CheckWriter(run: self, output: output)
    try writer.begin()
    do {
      try await Batch.run(paths, jobs: jobs, work: checker.check) { outcome in
        progress.clear()
        try writer.write(outcome)
        tell(outcome)
        progress.finish(outcome.summary)
        summary.take(outcome)
      }
    } catch let error as OutputError {
      progress.clear()
      throw error
    } catch {
      preconditionFailure("Only results that cannot be written end a batch: \(error)")
    }
    let collection = list?.collection(of: summary.submissions)
    if let collection, !collection.isComplete { summary.status.worsen(to: .findings) }
    try writer.end(summary, collection, style: style)
    if let pageFolder {
      let departments = collection.map { text(of: $0, summary).lines } ?? []
      try writeIndex(summary, departments: departments, in: pageFolder)
    }
    return summary.status
  }

  /// Says on standard error what went wrong with a file, and what there is to say beside a result for programs.
  private func tell(_ outcome: CheckOutcome) {
    for problem in outcome.problems { Console.message(problem) }
    if result.format != .text { for note in outcome.notes { Console.message(note) } }
    // A line of progress tells a file of many, unless it is a live one, which is soon gone.
    let isUnreadable = outcome.verdict == nil
    let isToldElsewhere = result.format == .text && (isBatch || !isUnreadable)
    if !isToldElsewhere, paths.count == 1 || isUnreadable && Console.messagesGoToTerminal {
      Console.message(outcome.summary)
    }
  }

  /// The folder of the pages; nil where there is one page, or none.
  private func pageFolder() throws(OutputError) -> String? {
    guard result.format == .html, let output = result.output else { return nil }
    let isPage = output.lowercased().hasSuffix(".html") || output.lowercased().hasSuffix(".htm")
    if !isBatch, isPage { return nil }
    try OutputPlaces.makeFolder(output)
    // Told before the work, not after it.
    try places.check(PageNames.indexPath(in: output))
    return output
  }

  /// Where marked copies go; never where an input stands.
  private func annotation() throws(OutputError) -> AnnotatedCopy? {
    guard let folder = result.annotate else { return nil }
    if places.hasInput(in: folder) { throw .isInputFolder(folder) }
    try OutputPlaces.makeFolder(folder)
    return AnnotatedCopy(of: paths, folder: folder, places: places)
  }

  /// Who has handed in, in words.
  func text(
    of collection: DepartmentList.Collection, _ summary: CheckSummary, style: TextStyle = .plain
  ) -> CollectionText {
    CollectionText(
      collection: collection, unreadable: summary.tally.unreadable, rest: rest, options: options, style: style)
  }

  /// Writes the page that lists the others.
  private func writeIndex(_ summary: CheckSummary, departments: [String], in folder: String) throws(OutputError) {
    let pages = Dictionary(summary.outcomes.map { ($0.path, $0.page) }, uniquingKeysWith: { $1 })
    let text = CheckReport.htmlIndex(
      of: summary.checkedFiles, departments: departments, language: options.language
    ) { file in
      pages[file.path]?.flatMap { $0.split(separator: "/").last.map(String.init) }
    }
    let path = PageNames.indexPath(in: folder)
    try ResultOutput.write(text, to: path, places: places)
    Console.message(options.say("已写出 \(path)", "Wrote \(path)"))
  }
}
