import ArgumentParser
import BudgetSheets
import XlsxPackage

/// Proves that nothing of a workbook is lost on the way through the forms.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reads, writes, reads again and compares: is anything lost? (往返核验)",
    discussion: """
      Lists every difference and everything that the forms cannot carry. A difference of wording, notation or layout \
      is for information; a value, row, note or outside cell that is not carried fails with exit status 1.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var input: InputFiles

  @Flag(help: "List the differences of wording, notation and layout one by one.")
  var all = false

  func run() async throws {
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    let reader = BookReader(sets: sets)
    let resolved = input.resolve(options, undone: options.say("未核验", "not verified"))
    let paths = resolved.paths
    var status = resolved.status
    var passed = 0
    try await Batch.run(
      paths, jobs: input.jobCount, work: { verify($0, reader) },
      finish: { fileStatus, text in
        status.worsen(to: fileStatus)
        if fileStatus == .success { passed += 1 }
        if fileStatus == .success || fileStatus == .findings || fileStatus == .notChecked {
          Console.line(text)
        } else {
          Console.message(text)
        }
      })
    if paths.count > 1 {
      Console.line(options.say("共 \(paths.count) 个文件，\(passed) 个无损。", "\(paths.count) files, \(passed) without loss."))
    }
    try status.exit()
  }

  private func verify(_ path: String, _ reader: BookReader) -> (ExitStatus, String) {
    let result = ReadResult(path: path, reader: reader)
    guard case .success(let book) = result.outcome, let set = reader.sets.first(where: { $0.name == book.set }) else {
      if case .failure(let error) = result.outcome { return (result.status, error.line(in: options.language)) }
      return (.bug, path)
    }
    do throws(RoundTripError) {
      let trip = try RoundTrip(of: book, set: set, limits: reader.limits)
      var status = trip.comparison.isLossless ? ExitStatus.success : .findings
      if book.findings.contains(where: \.meansUnread) { status.worsen(to: .notChecked) }
      return (status, report(trip, book))
    } catch {
      return (.bug, "\(path)" + options.say("：", ": ") + error.line(in: options.language))
    }
  }

  private func report(_ trip: RoundTrip, _ book: Book) -> String {
    let comparison = trip.comparison
    let unread = book.findings.filter { $0.meansUnread || $0.code == .formMissing }
    var lines = FindingReport(findings: unread, options: options).lines
    let told = Set(unread.compactMap { finding in finding.cell.map { "\(finding.sheet ?? "")!\($0)" } })
    // What could not be read was told above; that it is not carried either goes without saying.
    func isTold(_ sheet: String?, _ cell: CellReference?) -> Bool {
      cell.map { place in told.contains("\(sheet ?? "")!\(place)") } ?? false
    }
    let further = trip.findings.filter { $0.code != .contentNotWritten || !isTold($0.sheet, $0.cell) }
    lines += FindingReport(findings: further, options: options).lines
    for difference in comparison.differences
    where difference.isLoss && !isTold(difference.sheet, difference.cell) || !difference.isLoss && all {
      lines.append("  " + difference.line(in: options.language))
    }
    for kind in BookDifference.Kind.allCases {
      let count = comparison.differences.count { $0.kind == kind }
      if count > 0, let name = kind.summary(count, options) { lines.append("  " + name) }
    }
    let errors = unread.count { $0.meansUnread }
    let verdict =
      !comparison.isLossless
      ? options.say("有内容未能承载", "not everything was carried")
      : errors > 0
        ? options.say("读出的内容无损，但有 \(errors) 处未能读取", "what was read is carried, but \(errors) places could not be read")
        : options.say("无损", "nothing lost")
    let name = book.file ?? ""
    lines.insert(
      options.say(
        "\(name)：\(verdict)（比较 \(comparison.compared) 项，表外 \(book.outside.count) 格）",
        "\(name): \(verdict) (\(comparison.compared) items compared, \(book.outside.count) cells outside the forms)"),
      at: 0)
    return lines.joined(separator: "\n")
  }
}

extension BookDifference.Kind {
  /// A line that counts the harmless differences; nil for what is listed one by one anyway.
  fileprivate func summary(_ count: Int, _ options: CommonOptions) -> String? {
    switch self {
    case .content, .notCarried: nil
    case .notation: options.say("提示：\(count) 处只是写法不同", "note: \(count) differ in notation only")
    case .wording: options.say("提示：\(count) 处只是措辞不同", "note: \(count) differ in wording only")
    case .formula: options.say("提示：\(count) 处原公式换成了数值", "note: \(count) formulas are now values")
    case .layout: options.say("提示：\(count) 处只是版式不同", "note: \(count) differ in layout only")
    }
  }
}
