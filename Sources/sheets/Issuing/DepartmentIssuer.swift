import BudgetSheets

/// Issues the workbooks of single departments; a value that every task may use.
struct DepartmentIssuer: Sendable {
  let issuer: BatchIssuer
  let year: String
  let due: String?
  let spareRows: Int?
  /// What reads the books of the year before.
  let reader: BookReader
  let places: OutputPlaces
  let options: CommonOptions
  let resumes: Bool
  /// Whether nothing is written.
  let isDry: Bool
  let interrupt: InterruptFlag

  /// Writes a workbook, and puts into words what there is to say of it.
  func issue(_ job: IssueJob) -> IssueOutcome {
    if interrupt.signal != nil { return IssueOutcome(job: job, kind: .interrupted) }
    if job.department.name.isEmpty {
      return failure(
        job, .notAWorkbook, options.say("名单中没有写明部门名称", "the list does not give the department's name"))
    }
    var order = IssueOrder(department: job.department, year: year, due: due, spareRows: spareRows)
    if resumes, let outcome = standing(of: order, job) { return outcome }
    if let outcome = obstacle(job) { return outcome }
    if isDry { return IssueOutcome(job: job, kind: .planned) }
    var notes: [String] = []
    if let path = job.prior {
      switch ReadResult(path: path, reader: reader).outcome {
      case .success(let book):
        order.prior = book
        if let note = note(on: book, path) { notes.append(note) }
      case .failure(let error):
        return failure(
          job, error.status == .noInput ? .noInput : .notChecked,
          options.say("上年件无法读取：", "the workbook of the year before cannot be read: ")
            + error.named(path).line(in: options.language))
      }
    }
    do throws(BookWriteError) {
      let findings = try issuer.write(order, to: job.path, replacesExisting: places.replacesExisting)
      notes += FindingReport(findings: findings, options: options, listsAll: true, indentation: "").lines
    } catch {
      return failure(job, error.status, error.line(in: options.language))
    }
    return IssueOutcome(job: job, kind: .written, notes: notes)
  }

  /// What comes of a workbook in a run that goes on with another one, from what stands in its place; nil where it is to
  /// be written.
  private func standing(of order: IssueOrder, _ job: IssueJob) -> IssueOutcome? {
    if OutputPlaces.isFolder(job.path) { return nil }
    let reason: String
    switch issuer.issuer.standing(of: order, at: job.path) {
    case .nothing: return nil
    case .same: return IssueOutcome(job: job, kind: .present)
    case .otherDefinitions:
      reason = options.say("已有的文件是按另一版表样生成的", "the file there was made by other definitions of the forms")
    case .otherOrder(let stamp):
      let whose = [stamp.code ?? "", stamp.department, stamp.year].filter { !$0.isEmpty }.joined(separator: " ")
      reason = options.say("已有的文件属于 \(whose)（\(stamp.set)）", "the file there is that of \(whose) (\(stamp.set))")
    case .notIssued: reason = options.say("已有的文件不是本命令生成的", "the file there was not made by this command")
    case .damaged: reason = options.say("已有的文件不完整，或不是工作簿", "the file there is damaged, or no workbook")
    }
    if places.replacesExisting { return nil }
    return failure(
      job, .cannotWrite, reason + options.say("；未改动，移走它或加 --force", "; it was left as it is: move it, or add --force"))
  }

  /// What keeps a workbook from being written; nil where nothing does.
  private func obstacle(_ job: IssueJob) -> IssueOutcome? {
    do throws(OutputError) {
      try places.check(job.path)
      return nil
    } catch {
      return failure(job, .cannotWrite, error.line(options))
    }
  }

  private func failure(_ job: IssueJob, _ status: ExitStatus, _ reason: String) -> IssueOutcome {
    IssueOutcome(job: job, kind: .failed, status: status, reason: reason)
  }

  /// What there is to say of the year of a book of the year before.
  private func note(on book: Book, _ path: String) -> String? {
    guard let bookYear = Int(book.year), let year = Int(year), bookYear >= year else { return nil }
    return options.say(
      "上年件 \(path) 是 \(bookYear) 年的，并不早于 \(year) 年，请核对",
      "the workbook of the year before, \(path), is of \(bookYear), not before \(year): look at it")
  }
}
