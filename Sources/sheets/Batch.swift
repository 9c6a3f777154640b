/// Works on many files with all cores and hands on the results in the order of the files.
enum Batch {
  /// Runs `work` on every item, at most `jobs` at a time, and `finish` on each result in the order of the items.
  ///
  /// No more than a few results wait for an earlier one, so memory does not grow with the number of items.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result, finish: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var started = 0
      var finished = 0
      var running = 0
      var waiting: [Int: Result] = [:]
      func startMore() {
        while started < items.count, running < max(1, jobs), started - finished < max(1, jobs) * 4 {
          let index = started
          let item = items[index]
          group.addTask { (index, work(item)) }
          started += 1
          running += 1
        }
      }
      startMore()
      while let (index, result) = try await group.next() {
        running -= 1
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: finished) {
          try finish(ready)
          finished += 1
        }
        startMore()
      }
    }
  }
}
