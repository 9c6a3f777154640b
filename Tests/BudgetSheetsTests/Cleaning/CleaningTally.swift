/// What came of messing and cleaning workbooks, by the entries of the catalogue of mess.
struct CleaningTally: Sendable {
  /// The counts of one mechanism.
  struct Counts: Sendable {
    var messed = 0
    var restored = 0
    var reported = 0
    var untouched = 0
    /// Neither restored nor reported.
    var silent = 0
  }

  private(set) var books = 0
  /// How many values of books were compared, and how many stored cells of workbooks.
  private(set) var values = 0
  private(set) var cells = 0
  /// How many changes the logs hold.
  private(set) var changes = 0
  /// Amounts that are wrong after cleaning without a finding at their cell.
  private(set) var silentAmounts = 0
  private(set) var counts: [String: Counts] = [:]

  mutating func add(book values: Int, cells: Int, changes: Int, silentAmounts: Int) {
    books += 1
    self.values += values
    self.cells += cells
    self.changes += changes
    self.silentAmounts += silentAmounts
  }

  mutating func add(_ mechanism: String, _ outcome: WritableKeyPath<Counts, Int>) {
    counts[mechanism, default: Counts()].messed += 1
    counts[mechanism, default: Counts()][keyPath: outcome] += 1
  }

  mutating func add(_ other: CleaningTally) {
    books += other.books
    values += other.values
    cells += other.cells
    changes += other.changes
    silentAmounts += other.silentAmounts
    for (mechanism, count) in other.counts {
      var own = counts[mechanism, default: Counts()]
      own.messed += count.messed
      own.restored += count.restored
      own.reported += count.reported
      own.untouched += count.untouched
      own.silent += count.silent
      counts[mechanism] = own
    }
  }

  /// All mechanisms together.
  var total: Counts {
    var total = CleaningTally()
    for count in counts.values {
      var one = CleaningTally()
      one.counts["all"] = count
      total.add(one)
    }
    return total.counts["all"] ?? Counts()
  }

  /// A table for a person.
  var text: String {
    func line(_ name: String, _ count: Counts) -> String {
      "| \(name) | \(count.messed) | \(count.restored) | \(count.reported) | \(count.untouched) | \(count.silent) |"
    }
    let lines = counts.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    return """
      \(books) books, \(values) values, \(cells) stored cells, \(changes) changes, \(silentAmounts) silent wrong amounts
      | mess | cells | restored | reported | untouched | silent |
      |---|---:|---:|---:|---:|---:|
      \((lines + [line("all", total)]).joined(separator: "\n"))
      """
  }
}
