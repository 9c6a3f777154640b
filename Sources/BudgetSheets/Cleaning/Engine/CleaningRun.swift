import XlsxPackage
import XlsxRead
import XlsxWrite

/// Cleans one workbook in memory.
struct CleaningRun {
  let job: CleaningJob
  let reader: BookReader
  let checkers: [String: Checker]

  /// How often a workbook may refuse something.
  private static let maximumRounds = 100
  /// How often a workbook is read again for what shows only once something else is clean.
  private static let maximumPasses = 8

  /// A workbook as it is by now, and what is to be changed about it.
  private struct Pass {
    var work: CleaningWork
    /// The cells that all passes so far were about; what was blanked is none of the later ones.
    var sites: [CellSite]
    /// The changes of all passes so far, and their number before this one.
    var changes: [CellChange] = []
    var known = 0
  }

  /// What came of it.
  func result() throws(CleaningError) -> CleaningResult {
    let reading = try read(job.bytes)
    guard let checker = checkers[reading.set.name] else {
      preconditionFailure("A book is of one of the sets that the reader knows.")
    }
    let report = checker.check(reading.book)
    var exclusions = Exclusions()
    for _ in 0..<Self.maximumRounds {
      var pass = try self.pass(reading, report, exclusions, after: nil)
      var bytes = job.bytes
      var refusal: XlsxWriteError?
      for _ in 0..<Self.maximumPasses where refusal == nil && pass.changes.count > pass.known {
        switch patched(pass.changes, reading) {
        case .success(let cleaned):
          bytes = cleaned
          let again = try read(cleaned)
          pass = try self.pass(again, checker.check(again.book), exclusions, after: pass)
        case .failure(let error): refusal = error
        }
      }
      guard let refusal else {
        let changes = Array(pass.changes.prefix(pass.known))
        return try finish(pass, report, changes, bytes, reading, checker)
      }
      if !exclusions.add(refusal, changes: pass.changes) { throw .file(refusal) }
    }
    throw .file(
      XlsxWriteError(code: .refused, path: job.name, message: "the workbook refuses change after change."))
  }

  /// What all repairs do to a workbook as it is by now.
  private func pass(
    _ reading: BookReading, _ report: CheckReport, _ exclusions: Exclusions, after last: Pass?
  ) throws(CleaningError) -> Pass {
    var work = CleaningWork(reading, report: report, prior: job.prior, exclusions: exclusions)
    for repair in Cleaner.order where job.selection.codes.contains(repair.code) {
      work.apply(repair.proposal(for: work))
    }
    let changes = last?.changes ?? []
    return Pass(
      work: work, sites: (last?.sites ?? []) + work.sites, changes: changes + (try completed(work.changes, reading)),
      known: changes.count)
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
      file: job.name, sha256: FileDigest.sha256(job.bytes), cleanedSHA256: "", set: reading.set.name, changes: changes)
  }

  private func finish(
    _ pass: Pass, _ before: CheckReport, _ changes: [CellChange], _ bytes: [UInt8], _ reading: BookReading,
    _ checker: Checker
  ) throws(CleaningError) -> CleaningResult {
    let work = pass.work
    var result = CleaningResult(
      set: reading.set.name, log: log(changes, reading), offered: [], kept: work.kept, before: before,
      after: work.report, bytes: bytes)
    for repair in Cleaner.order where !job.selection.codes.contains(repair.code) {
      result.offered += repair.proposal(for: work).changes
    }
    if !changes.isEmpty {
      let verification = CleaningVerification(before: reading.book, after: work.book, changes: changes)
      if let place = verification.fault() { throw .disagrees(file: job.name, place) }
    }
    if job.layout == .standard { try layOut(&result, pass.sites, reading, checker) }
    result.log.cleanedSHA256 = FileDigest.sha256(result.bytes)
    return result
  }

  /// Puts a workbook of the set's own layout in the place of the submitted one.
  private func layOut(
    _ result: inout CleaningResult, _ sites: [CellSite], _ reading: BookReading, _ checker: Checker
  ) throws(CleaningError) {
    let trip: RoundTrip
    do throws(RoundTripError) {
      trip = try RoundTrip(of: result.after.book, set: reading.set, limits: reader.limits)
    } catch {
      switch error {
      case .writing(let error): throw .standard(error)
      case .reading(let error): throw .unreadable(error)
      }
    }
    // What the form has no place for is told by the writer; anything else that got lost is a mistake.
    let told = Set(trip.findings.filter { $0.level != .info }.compactMap(\.form))
    let lost = trip.comparison.differences.first { difference in
      difference.kind == .content && difference.form.map { !told.contains($0) } ?? true
    }
    if let lost { throw .disagrees(file: job.name, Place(form: lost.form, sheet: lost.sheet, cell: lost.cell)) }
    let layout = StandardLayout(book: trip.after, sites: sites)
    result.log.changes = result.log.changes.map(layout.placed)
    result.after = checker.check(trip.after)
    result.after.findings += trip.findings
    result.bytes = trip.bytes
    if result.log.changes.isEmpty { return }
    do {
      let patch = try WorkbookPatch(ofBytes: trip.bytes, name: job.name)
      let earlier = reading.records.map(\.elsewhere)
      try CleaningRecord.write(result.log, after: earlier, language: job.language, to: patch)
      result.bytes = try patch.bytes()
    } catch let error as XlsxWriteError {
      throw .file(error)
    } catch {
      preconditionFailure("Only errors of writing are thrown above: \(error)")
    }
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
