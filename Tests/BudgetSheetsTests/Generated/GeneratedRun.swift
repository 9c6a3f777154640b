import BudgetSheets
import Foundation

/// How many books are generated, and from which seeds.
///
/// `GENERATED_BOOKS=5000` makes more than the usual number; `GENERATED_SEED=…` makes the one book of a seed that failed.
enum GeneratedRun {
  /// How many books a run makes where it is not asked for more.
  static let usual = 300
  /// In how many parts the seeds are shared out, which run side by side.
  static let parts = Array(0..<10)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// Whether the book of one seed is made alone.
  static var isAlone: Bool { number("GENERATED_SEED") != nil }

  /// Whether more books than usual are made, whose count is worth a line.
  static var isLong: Bool { number("GENERATED_BOOKS") != nil }

  /// The seeds of one part.
  static func seeds(of part: Int) -> [UInt64] {
    if let seed = number("GENERATED_SEED") { return part == 0 ? [seed] : [] }
    let count = number("GENERATED_BOOKS") ?? UInt64(usual)
    return (0..<count).filter { $0 % UInt64(parts.count) == UInt64(part) }
  }

  /// Every form set at hand, with one whose forms have what the published ones have not.
  static func sets() throws -> [FormSet] { try TemplateLibrary.embedded.sets() + [GeneratedSet.other()] }

  /// The set whose turn it is for a seed; the embedded ones have most of them.
  static func set(for seed: UInt64, among sets: [FormSet]) -> FormSet {
    seed % 5 == 4 ? sets[sets.count - 1] : sets[Int(seed / 5) % (sets.count - 1)]
  }
}
