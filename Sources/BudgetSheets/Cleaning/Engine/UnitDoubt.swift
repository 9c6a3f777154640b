/// Whether figures elsewhere say that a sheet states another unit than that of its amounts.
struct UnitDoubt {
  /// Whether a whole form seems to be in another unit: which one cannot be told.
  private let isGeneral: Bool
  /// The sheets that hold a figure which is off by a power of ten.
  private var sheets: Set<String> = []

  init(_ report: CheckReport) {
    isGeneral = report.causes.contains { $0.mechanism == .wrongUnit }
    for finding in report.findings {
      guard let judgement = finding.judgement, let reported = judgement.reported else { continue }
      if Self.isScaled(reported.fen, judgement.expected.fen) {
        sheets.formUnion((judgement.left + judgement.right).compactMap(\.place.sheet))
      }
    }
    for cause in report.causes where cause.mechanism == .wrongScale {
      sheets.formUnion(cause.changes.compactMap(\.place.sheet))
    }
  }

  /// Whether the unit that a sheet states is in doubt.
  func doubts(_ sheet: String) -> Bool { isGeneral || sheets.contains(sheet) }

  /// Whether one amount is the other times ten, a hundred … a hundred million.
  private static func isScaled(_ first: Int64, _ second: Int64) -> Bool {
    var (small, large) = (first.magnitude, second.magnitude)
    if small > large { swap(&small, &large) }
    if small == 0 || small == large { return false }
    for _ in 0..<8 {
      let (product, overflow) = small.multipliedReportingOverflow(by: 10)
      if overflow { return false }
      small = product
      if small == large { return true }
    }
    return false
  }
}
