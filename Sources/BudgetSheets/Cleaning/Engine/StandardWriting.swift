import XlsxRead
import XlsxWrite

/// Writes a cleaned book as a workbook in the layout of the form set.
struct StandardWriting {
  let job: CleaningJob
  /// The submitted workbook.
  let reading: BookReading
  /// The cells of the submitted workbook that repairs were about.
  let sites: [CellSite]
  let limits: ReadLimits

  /// Puts a workbook of the set's own layout in the place of the submitted one.
  func layOut(_ result: inout CleaningResult, checker: Checker) throws(CleaningError) {
    let trip: RoundTrip
    do throws(RoundTripError) {
      trip = try RoundTrip(of: result.after.book, set: reading.set, limits: limits)
    } catch {
      switch error {
      case .writing(let error): throw .standard(error)
      case .reading(let error): throw .unreadable(error)
      }
    }
    if let lost = lost(in: trip) { throw .disagrees(file: job.name, lost) }
    let layout = StandardLayout(book: trip.after, cleaned: trip.before, sites: sites)
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

  /// The first place of an amount that got lost on the way, or of anything else without a word of the writer; nil where there
  /// is none.
  private func lost(in trip: RoundTrip) -> Place? {
    let told = trip.findings.filter { $0.level != .info }
    for difference in trip.comparison.differences where difference.kind == .content {
      let isTold = told.contains { finding in
        finding.form == difference.form
          && (finding.path.map { difference.path.hasSuffix($0.description) } ?? true
            || finding.arguments["what"].map(difference.path.hasSuffix) ?? false)
      }
      if !isTold { return Place(form: difference.form, sheet: difference.sheet, cell: difference.cell) }
    }
    return nil
  }
}
