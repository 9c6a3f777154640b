/// Gathers what repairs were kept from, each cell once.
final class Refusals {
  private(set) var kept: [CleaningResult.Kept] = []
  private var seen: Set<Place> = []

  /// Notes that a cell stays.
  func add(_ code: RepairCode, _ place: Place, _ reason: KeptReason) {
    if seen.insert(place).inserted { kept.append(.init(code: code, place: place, reason: reason)) }
  }
}
