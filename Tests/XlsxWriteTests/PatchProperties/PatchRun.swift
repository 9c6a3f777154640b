import Foundation

/// How many cases are made, and from which seeds.
///
/// `PATCH_CASES=5000` makes more than the usual number; `PATCH_SEED=…` makes the one case of a seed that failed.
enum PatchRun {
  /// How many cases a run makes where it is not asked for more.
  static let usual = 32
  /// In how many parts the seeds are shared out, which run side by side.
  static let parts = Array(0..<4)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// Whether more cases than usual are made, whose count is worth a line.
  static var isLong: Bool { number("PATCH_CASES") != nil }

  /// The seeds of one part.
  static func seeds(of part: Int) -> [UInt64] {
    if let seed = number("PATCH_SEED") { return part == 0 ? [seed] : [] }
    let count = number("PATCH_CASES") ?? UInt64(usual)
    return (0..<count).filter { $0 % UInt64(parts.count) == UInt64(part) }
  }
}
