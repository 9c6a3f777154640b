internal import Synchronization
internal import XlsxPackage

/// What the cells of one worksheet refer to: styles, shared strings, shared formulas, the date system.
final class SheetContext: Sendable {
  let styles: StyleTable
  let strings: SharedStringTable
  let usesDate1904: Bool
  private let sharedFormulas = Mutex<[SharedFormula]>([])

  init(styles: StyleTable, strings: SharedStringTable, usesDate1904: Bool) {
    self.styles = styles
    self.strings = strings
    self.usesDate1904 = usesDate1904
  }

  /// For a reading that looks at no value.
  convenience init() {
    self.init(styles: StyleTable(formats: [], styles: []), strings: SharedStringTable(), usesDate1904: false)
  }

  /// The shared formula at a place in the order in which the sheet defines them; a later one may reuse the index of an
  /// earlier.
  func sharedFormula(_ position: Int) -> SharedFormula { sharedFormulas.withLock { $0[position] } }

  /// Adds a shared formula and gives its place.
  func add(_ formula: SharedFormula) -> Int {
    sharedFormulas.withLock {
      $0.append(formula)
      return $0.count - 1
    }
  }
}
