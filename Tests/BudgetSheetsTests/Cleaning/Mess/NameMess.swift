import BudgetSheets
import XlsxWrite

/// T1, T2: a blank or a line break inside a name or a label, between two Chinese characters.
struct BrokenNameMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.role == .name || spot.role == .label, spot.stored.kind == .text, spot.stored.formula == nil else {
      return nil
    }
    let places = MessCharacters.placesBetweenHan(spot.text)
    if places.isEmpty { return nil }
    let blank = source.pick([" ", "\n", "\u{3000}", "\u{A0}", "\t", "\r\n", "  "])
    let text = MessCharacters.inserting(blank, into: spot.text, at: source.pick(places))
    return [spot.messed(spot.role == .label ? "T2" : "T1", text, .restored)]
  }
}

/// T3: the name of a code, cut off.
struct TruncatedNameMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.role == .name, spot.stored.kind == .text, spot.text.count > 5,
      let leaf = spot.form.leaves.first(where: { $0.path == spot.path }),
      let list = leaf.list.flatMap({ workbook.set.lists[$0] }), let row = workbook.row(of: spot), row.kind == .detail
    else { return nil }
    let code = Self.codes(beside: spot, in: workbook).map { row.text($0) ?? "" }.joined()
    guard list.names(of: code) == [spot.text] else { return nil }
    let text = String(spot.text.dropLast(source.number(1...min(3, spot.text.count - 4))))
    return [spot.messed("T3", text, .restored)]
  }

  /// The columns whose codes a name goes with: those under its heading, else the key of its level.
  static func codes(beside spot: MessSpot, in workbook: WrittenWorkbook) -> [LabelPath] {
    let parent = spot.path.parent
    let own = spot.form.leaves.filter { leaf in
      if case .code = leaf.kind { leaf.path.parent == parent && !parent.labels.isEmpty } else { false }
    }
    return own.isEmpty ? workbook.level(of: spot)?.key ?? [] : own.map(\.path)
  }
}

/// T6: a sign that was misread: `W30%` for `≤30%`. Only a person may say so.
struct MisreadSignMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.role == .indicator, spot.text.hasPrefix("≤"), spot.text.hasSuffix("%"),
      MessCharacters.isDigits(String(spot.text.dropFirst().dropLast()))
    else { return nil }
    return [spot.messed("T6", "W" + spot.text.dropFirst(), .reportedAsStored, .indicatorMisread)]
  }
}

/// T17: characters that nobody sees, inside names, labels and codes.
struct InvisibleCharacterMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    switch spot.role {
    case .name, .label, .code: break
    default: return nil
    }
    guard spot.stored.kind == .text, spot.stored.formula == nil, spot.text.unicodeScalars.count > 1 else { return nil }
    let invisible = source.pick(["\u{200B}", "\u{FEFF}", "\u{AD}"])
    let places = MessCharacters.placesBetweenHan(spot.text)
    if case .code = spot.role {
    } else if let place = places.first, source.once(in: 3) {
      let both = source.pick([" " + invisible, invisible + "\n", invisible + " " + invisible])
      return [spot.messed("T17", MessCharacters.inserting(both, into: spot.text, at: place), .restored)]
    }
    let place = source.number(0...spot.text.unicodeScalars.count)
    return [spot.messed("T17", MessCharacters.inserting(invisible, into: spot.text, at: place), .restored)]
  }
}
