import BudgetSheets

/// Cleans single files; a value that every task may use.
struct FileCleaner: Sendable {
  let cleaner: Cleaner
  /// The form sets, by name.
  let sets: [String: FormSet]
  /// The repairs to be done; in a dry run, those that would be.
  let selection: RepairSelection
  let layout: Cleaner.Layout
  let prior: [Book]
  let options: CommonOptions
  let format: CleanFormat
  let failOn: Finding.Level
  /// What a code says, in a few words.
  let meaning: @Sendable (FindingCode) -> String?
  let style: TextStyle
  let listsAll: Bool
  /// Whether the files are several: each is told in a block then.
  let isBatch: Bool
  /// Where the cleaned workbooks go; nil in a dry run.
  let copies: CleanedCopies?

  /// Cleans a file, writes the result, and puts into words what was done.
  func clean(_ path: String) -> CleanOutcome {
    do throws(OutputError) {
      // What cannot be written is told before the work, not after it.
      let copy = try copies?.copy(of: path)
      return try clean(path, into: copy)
    } catch {
      return failure(path, .notWritten, .cannotWrite, code: "notWritten", error.line(options))
    }
  }

  private func clean(_ path: String, into copy: WorkbookAndLog?) throws(OutputError) -> CleanOutcome {
    let result: CleaningResult
    do throws(CleaningError) {
      result = try cleaner.clean(
        path: path, applying: selection, layout: layout, prior: prior, language: options.language)
    } catch {
      return failure(path, error)
    }
    if let copy {
      let log = result.isChanged ? result.log.jsonLines(in: options.language) : nil
      try copy.write(result.bytes, log: log)
    }
    return outcome(path, result, copy)
  }

  private func failure(_ path: String, _ error: CleaningError) -> CleanOutcome {
    switch error {
    case .unreadable(let error):
      // In a list of many the folder tells one file from another of the same name.
      let named = isBatch ? error.named(path) : error
      return failure(path, .unreadable, error.status, code: error.name, named.line(in: options.language))
    case .file:
      return failure(path, .notWritten, .cannotWrite, code: "notChangeable", error.line(in: options.language))
    case .standard(let cause):
      return failure(path, .notWritten, cause.status, code: "notWritten", error.line(in: options.language))
    case .disagrees:
      return failure(path, .notWritten, .bug, code: "disagrees", error.line(in: options.language))
    }
  }

  private func failure(
    _ path: String, _ kind: CleanOutcome.Kind, _ status: ExitStatus, code: String, _ line: String
  ) -> CleanOutcome {
    var outcome = CleanOutcome(path: path, kind: kind, status: status, summary: line)
    switch format {
    case .text where isBatch: outcome.text = line + "\n\n"
    case .json where isBatch: outcome.text = CleanJSON.failure(file: path, code: code, message: line)
    default: break
    }
    return outcome
  }

  private func outcome(_ path: String, _ result: CleaningResult, _ copy: WorkbookAndLog?) -> CleanOutcome {
    let after = result.after
    var text = CleanText(
      result: result, set: sets[result.set], options: options, isApplied: copy != nil, meaning: meaning, style: style,
      listsAll: listsAll)
    let name = isBatch ? path : after.book.file ?? path
    var outcome = CleanOutcome(
      path: path, kind: result.isChanged ? .cleaned : .unchanged, status: ExitStatus(after, failOn: failOn),
      summary: name + options.say("：", ": ") + text.sentence)
    outcome.sentence = text.sentence
    for change in result.log.changes { outcome.changes[change.code, default: 0] += 1 }
    outcome.suggestions = Set(result.suggestions.map(\.code))
    for finding in after.waiting {
      outcome.remaining[RemainingKind(level: finding.level, code: finding.code), default: 0] += 1
    }
    outcome.isIncomplete = after.ledger.notChecked > 0 || after.ledger.due == 0
    outcome.copy = copy?.workbook
    outcome.isCopy = Self.isCopy(result)
    switch format {
    case .text:
      if isBatch { text.path = path }
      let notes = note(result, copy).map { [$0] } ?? []
      if isBatch, !listsAll {
        outcome.text = (text.block + notes.map { "  " + $0 }).joined(separator: "\n") + "\n\n"
      } else {
        outcome.text = (text.body + notes).joined(separator: "\n") + "\n"
        if isBatch { outcome.text += text.sentence + "\n\n" }
      }
    case .json:
      outcome.text = result.json(
        output: copy?.workbook, log: result.isChanged ? copy?.log : nil, language: options.language)
      if !isBatch { outcome.text += "\n" }
    }
    return outcome
  }

  /// Whether the result is the submitted file byte for byte.
  private static func isCopy(_ result: CleaningResult) -> Bool { result.log.sha256 == result.log.cleanedSHA256 }

  /// What was written.
  private func note(_ result: CleaningResult, _ copy: WorkbookAndLog?) -> String? {
    guard let copy else { return nil }
    if !result.isChanged, !Self.isCopy(result) {
      return options.say(
        "已按标准表样写出 \(copy.workbook)", "Wrote \(copy.workbook) in the standard layout; nothing had to be repaired")
    }
    guard result.isChanged else {
      return options.say("已原样复制到 \(copy.workbook)", "Copied as it is to \(copy.workbook)")
    }
    return options.say(
      "已写出 \(copy.workbook)，清洗记录 \(copy.log)", "Wrote \(copy.workbook); the changes are in \(copy.log)")
  }
}
