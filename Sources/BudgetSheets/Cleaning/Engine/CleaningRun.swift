import XlsxPackage
import XlsxRead
import XlsxWrite

/// Cleans one workbook in memory.
///
/// What is certain is repaired until nothing more shows, then what is suggested and was named, once, then what is certain
/// again. The workbook as it would be is read and held against the submitted one; what would read differently is left as it
/// was, and so is what the workbook does not allow.
struct CleaningRun {
  let job: CleaningJob
  let reader: BookReader
  let checkers: [String: Checker]

  /// How often something of a workbook may have to be left as it was.
  private static let maximumRounds = 100
  /// How often a workbook is read again for what shows only once something else is clean.
  private static let maximumSteps = 8

  /// What came of it.
  func result() throws(CleaningError) -> CleaningResult {
    let reading = try read(job.bytes)
    guard let checker = checkers[reading.set.name] else {
      preconditionFailure("A book is of one of the sets that the reader knows.")
    }
    let report = checker.check(reading.book)
    var exclusions = Exclusions()
    for _ in 0..<Self.maximumRounds {
      var bytes = job.bytes
      var step = try self.step(reading, report, exclusions, after: nil, suggests: false)
      var hasSuggested = job.selection.codes.allSatisfy { !Self.isSuggested($0) }
      var refusal: XlsxWriteError?
      var steps = 0
      while steps < Self.maximumSteps {
        if !step.isOpen {
          if hasSuggested { break }
          hasSuggested = true
          step = try self.step(step.reading, step.work.report, exclusions, after: step, suggests: true)
          continue
        }
        steps += 1
        switch patched(step.changes, reading) {
        case .success(let cleaned):
          bytes = cleaned
          let again = try read(cleaned)
          step = try self.step(again, checker.check(again.book), exclusions, after: step, suggests: false)
        case .failure(let error): refusal = error
        }
        if refusal != nil { break }
      }
      if let refusal {
        if !exclusions.add(refusal, changes: step.changes) { throw .file(refusal) }
        continue
      }
      let changes = Array(step.changes.prefix(step.known))
      let verification = CleaningVerification(before: reading, after: step.reading, changes: changes)
      if let place = verification.fault() {
        if !exclusions.add(fault: place, changes: changes) { throw .disagrees(file: job.name, place) }
        continue
      }
      return try finish(step, report, changes, bytes, reading, checker)
    }
    throw .file(
      XlsxWriteError(code: .refused, path: job.name, message: "the workbook refuses change after change."))
  }

  private static func isSuggested(_ code: RepairCode) -> Bool {
    Cleaner.description(of: code).repairClass == .suggested
  }

  /// What the selected repairs do to a workbook as it is by now.
  private func step(
    _ reading: BookReading, _ report: CheckReport, _ exclusions: Exclusions, after last: CleaningStep?, suggests: Bool
  ) throws(CleaningError) -> CleaningStep {
    var work = CleaningWork(
      reading, report: report, prior: job.prior, sets: reader.sets, exclusions: exclusions)
    for repair in Cleaner.order where job.selection.codes.contains(repair.code) {
      if suggests || !Self.isSuggested(repair.code) { work.apply(repair.proposal(for: work)) }
    }
    let changes = last?.changes ?? []
    return CleaningStep(
      reading: reading, work: work, sites: (last?.sites ?? []) + work.sites,
      changes: changes + (try completed(work.changes, reading)), known: changes.count)
  }

  /// The submitted workbook with the changes and their record; without changes the file itself.
  private func patched(_ changes: [CellChange], _ reading: BookReading) -> Result<[UInt8], XlsxWriteError> {
    if changes.isEmpty { return .success(job.bytes) }
    do {
      let patch = try WorkbookPatch(ofBytes: job.bytes, name: job.name)
      try CellPatch(changes).apply(to: patch)
      if job.layout == .submitted {
        try CleaningRecord.write(log(changes, reading), after: reading.records, language: job.language, to: patch)
      }
      return .success(try patch.bytes())
    } catch let error as XlsxWriteError {
      return .failure(error)
    } catch {
      preconditionFailure("Only errors of writing are thrown above: \(error)")
    }
  }

  private func log(_ changes: [CellChange], _ reading: BookReading) -> ChangeLog {
    ChangeLog(
      file: job.name, sha256: job.sha256, cleanedSHA256: "", set: reading.set.name, changes: changes)
  }

  private func finish(
    _ step: CleaningStep, _ before: CheckReport, _ changes: [CellChange], _ bytes: [UInt8], _ reading: BookReading,
    _ checker: Checker
  ) throws(CleaningError) -> CleaningResult {
    var result = CleaningResult(
      set: reading.set.name, log: log(changes, reading), offered: [], kept: step.work.allKept, before: before,
      after: step.work.report, bytes: bytes)
    for repair in Cleaner.order where !job.selection.codes.contains(repair.code) {
      result.offered += repair.proposal(for: step.work).changes
    }
    if job.layout == .standard {
      let writing = StandardWriting(job: job, reading: reading, sites: step.sites, limits: reader.limits)
      try writing.layOut(&result, checker: checker)
    }
    result.log.cleanedSHA256 = FileDigest.sha256(result.bytes)
    return result
  }

  private func read(_ bytes: [UInt8]) throws(CleaningError) -> BookReading {
    do throws(BookReadError) { return try reader.reading(bytes: bytes, name: job.name) } catch {
      throw .unreadable(error)
    }
  }

  private func completed(_ changes: [CellChange], _ reading: BookReading) throws(CleaningError) -> [CellChange] {
    do throws(XlsxReadError) {
      return try BlankCellStates(changes, in: reading.workbook).completed(changes)
    } catch {
      throw .unreadable(.file(error))
    }
  }
}
