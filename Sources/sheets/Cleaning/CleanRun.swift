import BudgetSheets

/// One run of `sheets clean` over all its files.
struct CleanRun {
  let options: CommonOptions
  let clean: CleanOptions
  /// The repairs to be done; nil in a dry run.
  let selection: RepairSelection?
  /// The files and folders as they were named.
  let files: [String]
  let paths: [String]
  let isBatch: Bool
  let places: OutputPlaces
  /// What stands in the folders beside workbooks.
  let rest: FolderContent.Rest

  private var isArray: Bool { isBatch && clean.format == .json }

  /// Cleans all files, writes the results in their order, and says what they come to.
  func run(sets: [FormSet], prior: [Book], jobs: Int) async throws(OutputError) -> ExitStatus {
    let style = clean.format == .text ? TextStyle.ofOutput : .plain
    let catalogue = CodeCatalogue(sets: sets, options: options, style: .plain)
    let cleaner = FileCleaner(
      cleaner: Cleaner(sets: sets),
      sets: Dictionary(sets.map { ($0.name, $0) }, uniquingKeysWith: { $1 }), selection: selection ?? .all,
      layout: clean.layout, prior: prior, options: options,
      format: clean.format, failOn: clean.failOn, meaning: catalogue.shortMeaning, style: style, listsAll: clean.all,
      isBatch: isBatch,
      copies: try copies())
    let progress = ProgressLine(total: paths.count, options: options)
    var summary = CleanSummary()
    var list = ResultList(isArray: isArray)
    do {
      try await Batch.run(paths, jobs: jobs, work: cleaner.clean) { outcome in
        progress.clear()
        list.add(outcome.text)
        tell(outcome)
        progress.finish(outcome.summary)
        summary.take(outcome)
      }
    } catch {
      preconditionFailure("Nothing ends a batch: \(error)")
    }
    list.end()
    if clean.format == .text { end(summary, meaning: catalogue.shortMeaning, style: style) }
    return summary.status
  }

  /// Where the results go; never where an input stands.
  private func copies() throws(OutputError) -> CleanedCopies? {
    guard selection != nil, let folder = clean.output else { return nil }
    if places.hasInput(in: folder) { throw .isInputFolder(folder) }
    try OutputPlaces.makeFolder(folder)
    return CleanedCopies(of: paths, folder: folder, layout: clean.layout, places: places)
  }

  /// Says on standard error what came of a file where neither the result nor the progress says it.
  private func tell(_ outcome: CleanOutcome) {
    let isFailure = outcome.kind == .unreadable || outcome.kind == .notWritten
    let isToldElsewhere = clean.format == .text && (isBatch || !isFailure)
    if !isToldElsewhere, paths.count == 1 || isFailure && Console.messagesGoToTerminal {
      Console.message(outcome.summary)
    }
  }

  /// What stands after the last file.
  private func end(_ summary: CleanSummary, meaning: @escaping (FindingCode) -> String?, style: TextStyle) {
    let next = CleanNextStep(run: self, summary: summary).text
    func line(_ verdict: String) -> String {
      style.bold(next.isEmpty ? verdict : verdict + options.say("下一步：", " Next: ") + next)
    }
    guard isBatch else {
      // A single file of which nothing came was told as that.
      if let sentence = summary.outcomes.first?.sentence, !sentence.isEmpty { Console.line(line(sentence)) }
      return
    }
    let text = CleanSummaryText(
      summary: summary, options: options, isApplied: selection != nil, meaning: meaning, rest: rest,
      style: style, listsAll: clean.all)
    for each in text.lines { Console.line(each) }
    Console.line(line(text.verdict))
  }
}
