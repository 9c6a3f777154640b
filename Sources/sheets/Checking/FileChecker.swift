import BudgetSheets

/// Checks single files; a value that every task may use.
struct FileChecker: Sendable {
  /// The checkers of all form sets at hand, by the name of the set.
  let checkers: [String: Checker]
  /// Why a file of rules could not be added to a form set, by the name of the set.
  let rulesLeftOut: [String: String]
  let reader: BookReader
  let options: CommonOptions
  let format: CheckFormat
  let failOn: Finding.Level
  let style: TextStyle
  let listsAll: Bool
  /// Whether the files are several: each is told in a block then.
  let isBatch: Bool
  /// Whether the JSON of a file is a part of an array.
  let isPart: Bool
  /// Where each file's page goes, by its path; empty where pages go elsewhere.
  let pages: [String: String]
  let places: OutputPlaces
  let annotation: AnnotatedCopy?
  /// The workbooks of the year before; nil where nothing was asked for.
  let prior: PriorMatch?

  /// Reads a file, checks it, and puts into words what was found.
  func check(_ path: String) -> CheckOutcome {
    switch ReadResult(path: path, reader: reader).outcome {
    case .failure(let error): unreadable(path, error)
    case .success(let book): check(book, at: path)
    }
  }

  private func unreadable(_ path: String, _ error: BookReadError) -> CheckOutcome {
    let line = error.line(in: options.language)
    // In a list of many the folder tells one file from another of the same name.
    let summary = isBatch ? error.named(path).line(in: options.language) : line
    var outcome = CheckOutcome(path: path, status: error.status, isIncomplete: true, summary: summary)
    outcome.checked = .unreadable(code: error.name, message: line)
    switch format {
    case .text where isBatch: outcome.text = summary + "\n\n"
    case .json where isPart, .ndjson:
      outcome.text =
        CheckJSON.failure(file: path, code: error.name, message: line) + (format == .ndjson ? "\n" : "")
    default: break
    }
    return outcome
  }

  private func check(_ book: Book, at path: String) -> CheckOutcome {
    guard let checker = checkers[book.set] else {
      return CheckOutcome(path: path, status: .bug, isIncomplete: true, summary: path)
    }
    let set = checker.set
    var book = book
    let prior = prior?.outcome(for: book, at: path, in: set)
    if let finding = prior?.finding { book.findings.append(finding) }
    let report = checker.check(book, prior: prior?.book)
    var outcome = CheckOutcome(
      path: path, status: ExitStatus(report, failOn: failOn),
      isIncomplete: report.ledger.notChecked > 0 || report.ledger.due == 0,
      summary: (isBatch ? path : book.file ?? path) + options.say("：", ": ")
        + (isBatch ? report.verdict.name(in: options.language) : report.verdictSentence(in: options.language)))
    outcome.verdict = report.verdict
    outcome.sentence = report.verdictSentence(in: options.language)
    outcome.isToReview = report.verdict == .passed && report.explainedCount > 0
    outcome.submission = DepartmentList.Submission(file: path, code: book.departmentCode, name: book.department)
    outcome.firstCode = report.findings.first?.code.rawValue
    if let problem = prior?.problem {
      outcome.problems.append(problem)
      outcome.status.worsen(to: .notChecked)
      outcome.isIncomplete = true
    }
    if let problem = rulesLeftOut[set.name] {
      outcome.problems.append(
        "\(path)" + options.say("：本地规则未检查：", ": the county's own rules were not checked: ") + problem)
      outcome.status.worsen(to: .notChecked)
      outcome.isIncomplete = true
    }
    annotate(report, set, &outcome)
    do throws(OutputError) {
      try put(report, set, into: &outcome)
    } catch {
      outcome.problems.append(error.line(options))
      outcome.status.worsen(to: .cannotWrite)
    }
    return outcome
  }

  private func annotate(_ report: CheckReport, _ set: FormSet, _ outcome: inout CheckOutcome) {
    guard let annotation else { return }
    do throws(OutputError) {
      let name = isBatch ? outcome.path : report.book.file ?? outcome.path
      if let (copy, content) = try annotation.write(report, set: set, of: outcome.path) {
        outcome.copy = copy
        outcome.notes.append(
          options.say(
            "已写出标注件 \(copy)：问题清单 \(content.lines) 条，标色 \(content.markedCells) 格",
            "Wrote the marked copy \(copy): \(content.lines) lines in the list, \(content.markedCells) coloured cells"))
        if !content.unmarked.isEmpty {
          let places = content.unmarked.map(\.address).joined(separator: options.comma)
          outcome.notes.append(
            options.say(
              "有 \(content.unmarked.count) 格不能标色，只列入清单：\(places)",
              "\(content.unmarked.count) cells could not be coloured and stand in the list only: \(places)"))
        }
      } else {
        outcome.notes.append(options.say("\(name) 没有问题，不需要标注件", "\(name) has no findings and needs no marked copy"))
      }
    } catch {
      if case .exists = error { outcome.hasOldCopy = true }
      outcome.problems.append(error.line(options))
      outcome.status.worsen(to: .cannotWrite)
    }
  }

  private func put(_ report: CheckReport, _ set: FormSet, into outcome: inout CheckOutcome) throws(OutputError) {
    let language = options.language
    switch format {
    case .text:
      let text = CheckText(
        report: report, set: set, options: options, path: isBatch ? outcome.path : nil, style: style, listsAll: listsAll
      )
      // Of many files each is a block; of one, or where everything is asked for, all is told.
      if isBatch, !listsAll {
        outcome.text = (text.block + outcome.notes.map { "  " + $0 }).joined(separator: "\n") + "\n\n"
      } else {
        outcome.text = (text.body + outcome.notes).joined(separator: "\n") + "\n"
        if isBatch { outcome.text += report.verdictSentence(in: language) + "\n\n" }
      }
    case .json:
      outcome.text = report.json(in: set, pretty: true, language: language)
      if isPart { outcome.text = String(outcome.text.trimmingSuffix(while: \.isNewline)) }
    case .ndjson: outcome.text = report.ndjson(in: set, language: language)
    case .sarif: outcome.checked = .checked(report.withoutValues, in: set)
    case .html:
      guard let path = pages[outcome.path] else {
        outcome.text = report.html(in: set, language: language)
        return
      }
      outcome.checked = .checked(report.withoutValues, in: set)
      let page = report.html(in: set, language: language, index: PageNames.index)
      try ResultOutput.write(page, to: path, places: places)
      outcome.page = path
    }
  }
}

extension CheckReport {
  /// The report without the values of the forms, so that many take little memory.
  fileprivate var withoutValues: CheckReport {
    var report = self
    report.book.forms = []
    report.book.outside = []
    report.book.findings = []
    return report
  }
}

extension String {
  /// The text without the characters at its end that fit.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, fits(last) { rest.removeLast() }
    return rest
  }
}
