/// Contestants that do the same work, ours first.
struct Comparison {
  /// One way to do it; several commands are started together.
  struct Contestant {
    var name: String
    var commands: [[String]]
    /// By what its time is multiplied where it does only a part of the work.
    var factor = 1.0
  }

  /// What one contestant came to.
  struct Record {
    var name: String
    var factor: Double
    var runs: [ChildProcess] = []
  }

  var name: String
  var title: String
  var contestants: [Contestant]

  /// Runs the contestants in turn and gives the Markdown table.
  func run(repetitions: Int, patience: Double) -> String {
    var records = contestants.map { Record(name: $0.name, factor: $0.factor) }
    for _ in 0..<repetitions {
      for (index, contestant) in contestants.enumerated() {
        if let first = records[index].runs.first, first.wall > patience || !first.isSuccess { continue }
        records[index].runs.append(ChildProcess.run(contestant.commands))
      }
    }
    let ours = records.first.map(\.time.median) ?? 1
    var lines = [
      "| | median | least | × ours | CPU | peak memory | runs |", "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for record in records {
      if let failed = record.runs.first(where: { !$0.isSuccess }) {
        lines.append("| \(record.name) | failed | | | | | |")
        Bench.complain("\(record.name) failed: \(failed.errors)")
        continue
      }
      let time = record.time
      lines.append(
        "| \(record.name) | \(Self.text(time.median)) | \(Self.text(time.least)) | "
          + "\(Self.decimal(time.median / ours, 2)) | \(Self.text(median(record.runs.map(\.cpu)) * record.factor)) | "
          + "\(Self.decimal(median(record.runs.map { Double($0.memory) }) / 1_048_576, 1)) MiB | \(record.runs.count) |"
      )
    }
    let counts = Set(records.flatMap(\.counts))
    let agreement = counts.count > 1 ? "\nThe contestants count different numbers of values: \(counts.sorted()).\n" : ""
    return lines.joined(separator: "\n") + "\n" + agreement
  }

  private static func text(_ seconds: Double) -> String {
    if seconds < 0.001 { return "\(decimal(seconds * 1_000_000, 1)) µs" }
    return seconds < 1 ? "\(decimal(seconds * 1000, 1)) ms" : "\(decimal(seconds, 2)) s"
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    let factor = places == 1 ? 10.0 : 100.0
    let whole = Int((value * factor).rounded())
    let rest = String(whole % Int(factor))
    return "\(whole / Int(factor))." + String(repeating: "0", count: places - rest.count) + rest
  }
}

extension Comparison.Record {
  /// How many values the contestant has seen in each run, as it says itself; the shares of its processes added up.
  var counts: [Int] {
    runs.map { Int($0.numbers("values").reduce(0) { $0 + ($1.first ?? 0) } * factor) }.filter { $0 > 0 }
  }

  /// The time of one piece of work: what the program measured itself where it did, else that of the whole process.
  var time: (median: Double, least: Double) {
    let times = runs.map { run in
      if let each = run.numbers("each").first, each.count == 2 { return (least: each[0], median: each[1]) }
      return (least: run.wall * factor, median: run.wall * factor)
    }
    return (median(times.map(\.median)), times.map(\.least).min() ?? 0)
  }
}

/// The middle value.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  return (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
}
