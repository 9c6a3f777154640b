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

  /// What came of it.
  func result() throws(CleaningError) -> CleaningResult {
    let reading = try read(job.bytes)
    guard let checker = checkers[reading.set.name] else {
      preconditionFailure("A book is of one of the sets that the reader knows.")
    }
    let report = checker.check(reading.book)
    var exclusions = Exclusions()
    for _ in 0..<Self.maximumRounds {
      var work = CleaningWork(reading, report: report, prior: job.prior, exclusions: exclusions)
      for repair in Cleaner.order where job.selection.codes.contains(repair.code) {
        work.apply(repair.proposal(for: work))
      }
      let changes = try completed(work.changes, reading)
      switch patched(changes, reading) {
      case .success(let bytes): return try finish(work, changes, bytes, reading, checker)
      case .failure(let error):
        if !exclusions.add(error, changes: changes) { throw .file(error) }
      }
    }
    throw .file(
      XlsxWriteError(code: .refused, path: job.name, message: "the workbook refuses change after change."))
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
    _ work: CleaningWork, _ changes: [CellChange], _ bytes: [UInt8], _ reading: BookReading, _ checker: Checker
  ) throws(CleaningError) -> CleaningResult {
    var result = CleaningResult(
      set: reading.set.name, log: log(changes, reading), offered: [], kept: work.kept, before: work.report,
      after: work.report, bytes: bytes)
    for repair in Cleaner.order where !job.selection.codes.contains(repair.code) {
      result.offered += repair.proposal(for: work).changes
    }
    if !changes.isEmpty {
      let cleaned = try read(bytes).book
      let verification = CleaningVerification(before: reading.book, after: cleaned, changes: changes)
      if let place = verification.fault() { throw .disagrees(file: job.name, place) }
      result.after = checker.check(cleaned)
    }
    if job.layout == .standard { try layOut(&result, work, reading, checker) }
    result.log.cleanedSHA256 = FileDigest.sha256(result.bytes)
    return result
  }

  /// Puts a workbook of the set's own layout in the place of the submitted one.
  private func layOut(
    _ result: inout CleaningResult, _ work: CleaningWork, _ reading: BookReading, _ checker: Checker
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
    let layout = StandardLayout(book: trip.after, sites: work.sites)
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
