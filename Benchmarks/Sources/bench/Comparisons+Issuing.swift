extension Comparisons {
  /// Issuing blank forms: one workbook in memory, then 1, 100 and 5,000 as files.
  var issuing: [Comparison] { [issueBook, issue(1), issue(100), issue(5_000)] }

  /// The calls to libxlsxwriter of one workbook, which the floor and the peers do again.
  private var calls: String { folder + "/calls.txt" }

  /// Makes what the contestants need, and makes sure that they do the same; gives what is wrong.
  func prepareIssuing() -> String? {
    let (ours, floor) = (folder + "/issued.xlsx", folder + "/floor.xlsx")
    let traced = ChildProcess.run([
      [
        "/usr/bin/env", "XLSX_CALLS=\(calls)", "LD_PRELOAD=\(program("libcalls.so"))", program("subject"), "issue-once",
        ours,
      ]
    ])
    if !traced.isSuccess { return "the calls could not be written down: \(traced.errors)" }
    let again = ChildProcess.run([[program("issue-floor"), calls, "1", floor]])
    if !again.isSuccess { return "the calls could not be done again: \(again.errors)" }
    let comparison = ChildProcess.run([["cmp", ours, floor]])
    if !(comparison.output + comparison.errors).isEmpty {
      return "the floor does not write our workbook: \(comparison.output)\(comparison.errors)"
    }
    let same = ChildProcess.run([[program("subject"), "issue-same", "60"]])
    return same.output.hasPrefix("same") ? nil : "the ways to issue differ: \(same.output)\(same.errors)"
  }

  private var issueBook: Comparison {
    var contestants = [
      Comparison.Contestant(
        name: "texts put into a workbook", commands: [[program("subject"), "issue-book", "200", "patched"]]),
      .init(
        name: "written cell by cell from a plan", commands: [[program("subject"), "issue-book", "40", "straight"]]),
      .init(name: "planned and written", commands: [[program("subject"), "issue-book", "20", "planned"]]),
      .init(
        name: "libxlsxwriter alone, the same calls",
        commands: [[program("issue-floor"), calls, "40", folder + "/floor.xlsx"]]),
    ]
    for library in writers {
      contestants.append(
        .init(name: library, commands: [python("issue.py", [library, calls, "5", written, "--each"])]))
    }
    return Comparison(
      name: "issue-book", title: "Issuing the workbook of one department, in one process", contestants: contestants)
  }

  private func issue(_ count: Int) -> Comparison {
    let out = written + "/issued"
    func ours(_ way: String, _ jobs: Int) -> [[String]] {
      [[program("subject"), "issue-books", "\(count)", "\(jobs)", way, out]]
    }
    var contestants: [Comparison.Contestant] = []
    for (way, name) in [
      ("patched", "texts put in"), ("straight", "cell by cell from a plan"), ("planned", "planned and written"),
    ] {
      // The largest table has only what is meant for it; the others do a tenth of the work.
      let part = count >= 1_000 && way != "patched" ? 10 : 1
      let note = part == 1 ? "" : " (\(count / part) done)"
      for jobs in count == 1 ? [1] : [2, 1] {
        var contestant = Comparison.Contestant(
          name: "\(name), \(jobs == 1 ? "one job" : "\(jobs) jobs")\(note)", commands: ours(way, jobs))
        if part > 1 {
          contestant.commands[0][2] = "\(count / part)"
          contestant.factor = Double(part)
        }
        contestants.append(contestant)
      }
    }
    let done = min(count, 100)
    let note = done == count ? "" : " (\(done) done)"
    let factor = Double(count) / Double(done)
    contestants.append(
      .init(
        name: "libxlsxwriter alone, one process\(note)",
        commands: [[program("issue-floor"), calls, "\(done)", written]], factor: factor))
    for library in writers where count == 100 {
      contestants.append(
        .init(
          name: "\(library), one process (10 done)", commands: [python("issue.py", [library, calls, "10", written])],
          factor: 10))
    }
    return Comparison(
      name: "issue-\(count)",
      title: "Issuing \(count) workbook\(count == 1 ? "" : "s") of blank forms, the whole process",
      contestants: contestants)
  }
}
