import BudgetSheets
import Foundation

/// corruption FIXTURES [--pairs N] [--books N] [--verbose]: changes amounts of consistent books one at a time, in every
/// cell, by each mechanism, then two at once, and prints as Markdown how the checker judged.
var arguments = Array(CommandLine.arguments.dropFirst())
@MainActor func option(_ name: String) -> Int? {
  guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
  defer { arguments.removeSubrange(index...index + 1) }
  return Int(arguments[index + 1])
}
nonisolated let pairCount = option("--pairs") ?? 300
let bookCount = option("--books") ?? .max
let isVerbose = arguments.contains("--verbose")
arguments.removeAll { $0 == "--verbose" }
guard let fixtures = arguments.first else {
  print("usage: corruption FIXTURES [--pairs N] [--books N] [--verbose]")
  exit(64)
}

nonisolated let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
nonisolated let checker = Checker(set: set)

/// The published budget with its contradiction repaired: 45.00 of 二、年终结转结余 stand in （六）科学技术支出.
@MainActor func repaired(_ book: Book) -> Book {
  var book = book
  for cause in checker.check(book).causes {
    for change in cause.changes + cause.derived {
      guard let form = book.forms.firstIndex(where: { $0.form == change.place.form }), let path = change.place.path,
        let row = book.forms[form].rows.firstIndex(where: { $0.key == change.place.row?.key })
      else { continue }
      Spot(form: form, row: row, path: path).set(change.proposed, in: &book)
    }
  }
  return book
}

let published = try BookReader(sets: [set]).read(path: fixtures + "/submissions/laocheng-2023.xlsx")
var bases = [
  Base(name: "2023, repaired", book: repaired(published), checker: checker),
  Base(name: "2023, as published", book: published, checker: checker),
]
for number in 1...10 {
  let name = (number < 10 ? "0" : "") + "\(number)"
  let data = try Data(contentsOf: URL(fileURLWithPath: fixtures + "/invented/\(name).json"))
  bases.append(Base(name: "invented \(name)", book: try Book(json: data, in: set), checker: checker))
}
bases = Array(bases.prefix(bookCount))

/// What one book came to.
struct BookResult: Sendable {
  var byMechanism: [Mechanism: Tally] = [:]
  var undetected: [String] = []
  var missed: [String] = []
  var pairs = PairTally()
}

/// How pairs of changes came out.
struct PairTally: Sendable {
  var trials = 0
  var detected = 0
  var both = 0
  var one = 0
}

@Sendable func judge(_ base: Base, seed: UInt64) -> BookResult {
  var result = BookResult()
  let spots = Spot.all(in: base.book, set: set)
  for spot in spots {
    for mechanism in Mechanism.allCases {
      guard let changes = mechanism.changes(spot, in: base.book, set: set) else { continue }
      let trial = Trial(changes, of: base, checker: checker)
      result.byMechanism[mechanism, default: Tally()].add(trial)
      let row = spot.row.map { base.book.forms[spot.form].rows[$0].key } ?? ""
      let text = "\(base.name): \(base.book.forms[spot.form].form) \(row) \(spot.path), \(mechanism.rawValue)"
      if !trial.isDetected { result.undetected.append(text) }
      if trial.isDetected, !trial.isOnlyRounding, trial.verdict == .missed { result.missed.append(text) }
    }
  }
  // The same pairs in every run.
  var random = seed
  func next(_ bound: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((random >> 33) % UInt64(bound))
  }
  while result.pairs.trials < pairCount, spots.count > 1 {
    let picks = [spots[next(spots.count)], spots[next(spots.count)]]
    let mechanisms = (0..<2).map { _ in Mechanism.allCases[next(Mechanism.allCases.count)] }
    guard picks[0] != picks[1],
      let first = mechanisms[0].changes(picks[0], in: base.book, set: set),
      let second = mechanisms[1].changes(picks[1], in: base.book, set: set),
      Set(first.map(\.spot)).isDisjoint(with: second.map(\.spot))
    else { continue }
    result.pairs.trials += 1
    var book = base.book
    for (spot, amount) in first + second { spot.set(amount, in: &book) }
    let report = checker.check(book)
    if base.news(in: report).isEmpty { continue }
    result.pairs.detected += 1
    let named = base.newCauses(in: report).flatMap(\.changes)
    let found = [first, second].count { changes in
      named.contains { change in changes.contains { $0.spot.isAt(change.place, in: book) } }
    }
    if found == 2 { result.pairs.both += 1 }
    if found == 1 { result.pairs.one += 1 }
  }
  return result
}

let results = await withTaskGroup(of: (Int, BookResult).self) { group in
  for (index, base) in bases.enumerated() { group.addTask { (index, judge(base, seed: UInt64(index + 1))) } }
  var results: [Int: BookResult] = [:]
  for await (index, result) in group { results[index] = result }
  return bases.indices.compactMap { results[$0] }
}

print("## One amount at a time, in every cell\n")
print(Tally.heading)
for mechanism in Mechanism.allCases {
  print(results.compactMap { $0.byMechanism[mechanism] }.reduce(Tally(), +).line(mechanism.rawValue))
}
print(results.flatMap { Array($0.byMechanism.values) }.reduce(Tally(), +).line("**all**"))
print("\n## By book\n")
print(Tally.heading)
for (base, result) in zip(bases, results) { print(result.byMechanism.values.reduce(Tally(), +).line(base.name)) }
let undetected = results.flatMap(\.undetected)
print("\n## Not detected: \(undetected.count)\n")
for line in undetected.prefix(isVerbose ? .max : 60) { print("- \(line)") }
if !isVerbose, undetected.count > 60 { print("- … \(undetected.count - 60) more") }
let pairs = results.map(\.pairs)
let (trials, found) = (pairs.map(\.trials).reduce(0, +), pairs.map(\.detected).reduce(0, +))
let (both, one) = (pairs.map(\.both).reduce(0, +), pairs.map(\.one).reduce(0, +))
print("\n## Two amounts at once\n")
print("\(trials) pairs at random: \(found) detected; both cells named as causes \(both), one of them \(one).")
print("\nBooks as they are: " + bases.map { "\($0.name): \($0.findings.count) findings" }.joined(separator: ", ") + ".")
if isVerbose {
  print("\n## Another cell named, though the rules could tell\n")
  for line in results.flatMap(\.missed) { print("- \(line)") }
}
