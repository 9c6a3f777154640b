import BudgetSheets
import XlsxPackage
import XlsxWrite

/// L7: a row that is hidden.
struct HiddenRowMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let row = workbook.row(of: spot), row.kind == .detail || row.kind == .fixed else { return nil }
    let first = row.cells.values.compactMap { $0.value == nil ? nil : $0.reference }.min()
    guard spot.place.cell == first, row.kind == .detail || spot.role == .label else { return nil }
    return [spot.messed("L7", .hidden, .reportedAsStored, .rowHidden)]
  }
}

/// L2: a total whose label is gone.
struct TotalLabelMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let row = workbook.row(of: spot), row.kind == .total, spot.role == .label, spot.value?.value != nil,
      let level = workbook.level(of: spot), level.label == spot.text
    else { return nil }
    let amounts = row.cells.values.compactMap(\.value).compactMap(\.amount)
    if amounts.allSatisfy({ $0 == .zero }) { return nil }
    return [spot.messed("L2", .content(.nothing), .settled)]
  }
}

/// A3: a whole sheet in another unit, as its heading says.
struct UnitOfSheetMess: MessMechanism {
  var reach: MessReach { .sheet }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard source.once(in: 40), workbook.set.unit == .万元, !spot.form.isBlockForm else { return nil }
    let unit = source.pick([MoneyUnit.元, .元, .千元])
    let own = workbook.spots.filter { $0.place.sheet == spot.place.sheet }
    // Columns that state a unit themselves keep it.
    if spot.form.leaves.contains(where: { $0.path.labels.contains { $0.contains("元") } }) { return nil }
    var cells: [MessedCell] = []
    for other in own where other.stored.kind == .number {
      guard other.role == .amount, let amount = other.amount, amount.fen.magnitude < 100_000_000_000_000 else {
        return nil
      }
      let text = amount.text(in: unit, decimals: 0)
      let put: MessedCell.Put =
        if let formula = other.stored.formula { .content(.formula(formula, .number(text))) } else {
          .content(.number(text))
        }
      // A zero is one in any unit.
      if text != other.stored.text { cells.append(other.messed("A3", put, .restored)) }
    }
    // No number may stand on the sheet of which nobody says whether it is money.
    let places = Set(own.map(\.place))
    for (place, state) in workbook.stored.cells
    where place.sheet == spot.place.sheet && state.kind == .number && !places.contains(place) { return nil }
    let lines = workbook.stored.cells.filter { place, state in
      place.sheet == spot.place.sheet && state.kind == .text && state.text.contains("单位：万元")
    }
    guard !cells.isEmpty, lines.count == 1, let line = lines.first else { return nil }
    let text = line.value.text.replacing("单位：万元", with: "单位：" + unit.rawValue)
    return cells + [
      MessedCell(
        mechanism: "A3", place: line.key, put: .content(.text(text)), verdict: .settled, before: line.value)
    ]
  }
}
