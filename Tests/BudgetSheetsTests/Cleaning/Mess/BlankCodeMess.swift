import BudgetSheets
import XlsxWrite

/// K4: a blank code that repeats the one above, as the form allows where the name is the same.
struct RepeatedCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let code = spot.code, let level = workbook.level(of: spot), level.kind == .detail, level.blankRepeatsAbove,
      level.key == [spot.path], let name = level.name, let above = workbook.detailAbove(spot),
      let own = workbook.row(of: spot)?.cells[name]?.value?.text, above.text(name) == own,
      above.cells[spot.path]?.value?.text == code.text
    else { return nil }
    return [spot.messed("K4", .content(.nothing), .restored)]
  }
}

/// K4: a blank code of which nobody can say what it was.
struct BlankCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.code != nil, let level = workbook.level(of: spot), level.kind == .detail,
      level.key.last == spot.path, let row = workbook.row(of: spot), let name = level.name, name != spot.path,
      let own = row.cells[name]?.value?.text
    else { return nil }
    if level.key.count == 1, let above = workbook.detailAbove(spot) {
      let pair = [own, above.text(name) ?? ""].map { $0.filter { !$0.isWhitespace } }
      if pair[0] == pair[1] { return nil }
    }
    // What is left of a code of several columns must not be that of a department.
    if level.key.count > 1, level.key.count(where: { row.cells[$0]?.value != nil }) < 3 { return nil }
    return [spot.messed("K4", .content(.nothing), .reported, .codeBlank)]
  }
}
