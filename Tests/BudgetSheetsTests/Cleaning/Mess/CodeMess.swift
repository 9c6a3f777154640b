import BudgetSheets
import Foundation
import XlsxWrite

extension MessSpot {
  /// The code that stands in the cell as text, and how many digits such a code has; nil where none does.
  var code: (text: String, digits: Int?)? {
    guard case .code(let digits) = role, stored.kind == .text, stored.formula == nil, MessCharacters.isDigits(text),
      stored.text == text, digits == nil || digits == text.count
    else { return nil }
    return (text, digits)
  }

  /// The code as a number, where it is certain what code that was.
  var number: String? {
    guard let code, code.text.count <= 15 else { return nil }
    // Only two digits are filled up again without a doubt.
    guard code.digits == 2 || !code.text.hasPrefix("0") else { return nil }
    return Int(code.text).map { "\($0)" }
  }
}

/// K1: a code that was typed as a number, which has no zeros before it.
struct CodeAsNumberMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let number = spot.number else { return nil }
    let put: MessedCell.Put =
      source.once(in: 2)
      ? .content(.number(number)) : .formatted(.number(number), format: source.pick(["0.00", "General", "#,##0"]))
    return [spot.messed("K1", put, .restored)]
  }
}

/// K3: a code with the decimals of a number.
struct CodeWithPointMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let number = spot.number else { return nil }
    return [spot.messed("K3", number + source.pick([".0", ".00"]), .restored)]
  }
}

/// K2: a code whose parts are joined by a mark: `301-01`, `301.01`.
struct CodeWithMarkMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    // With zeros behind the point it would be a number with decimals.
    guard let code = spot.code, code.digits == 5, !code.text.hasSuffix("00") else { return nil }
    return [spot.messed("K2", code.text.prefix(3) + source.pick(["-", "."]) + code.text.suffix(2), .restored)]
  }
}

/// K2: a code of several columns, all of it in the first one.
struct JoinedCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let first = spot.code, first.digits == 3, !first.text.hasPrefix("0"), workbook.row(of: spot)?.kind == .detail
    else { return nil }
    var parts = [spot]
    let leaves = spot.form.leaves.drop { $0.path != spot.path }.dropFirst()
    for leaf in leaves.prefix(while: { $0.kind == .code(digits: 2) && $0.path.parent == spot.path.parent }) {
      guard let part = workbook.spot(leaf.path, beside: spot), part.code != nil else { return nil }
      parts.append(part)
    }
    // With zeros behind the last point it would be a number with decimals.
    guard parts.count > 1, parts.last?.text != "00" else { return nil }
    let separator = source.pick(["", "", "-", "."])
    let joined = parts.map(\.text).joined(separator: separator)
    // A point between just two parts makes a number of it, and one cannot tell.
    if separator == ".", parts.count == 2 { return nil }
    let content: MessedCell.Put =
      separator.isEmpty && source.once(in: 2) ? .content(.number(joined)) : .content(.text(joined))
    return [spot.messed("K2", content, .restored)]
      + parts.dropFirst().map { $0.messed("K2", .content(.nothing), .restored) }
  }
}

/// K2: a code with a name behind it, in one cell.
struct CodeWithNameMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let code = spot.code, code.digits != nil, let level = workbook.level(of: spot), level.key == [spot.path],
      level.kind == .detail, let path = level.name, let name = workbook.spot(path, beside: spot),
      name.stored.kind == .text, let first = name.text.unicodeScalars.first, MessCharacters.isHan(first)
    else { return nil }
    let joined = spot.messed("K2", code.text + source.pick([" ", "\u{3000}", "", "\n"]) + name.text, .restored)
    // The name may have moved, or stand in both cells.
    return source.once(in: 2) ? [joined] : [joined, name.messed("K2", .content(.nothing), .restored)]
  }
}

/// K2: a joined code that has lost a zero, so that nobody can say where it is to be divided.
struct SixDigitCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let code = spot.code, code.digits == 3, let level = workbook.level(of: spot), level.kind == .detail,
      level.key.count == 3, level.key.first == spot.path
    else { return nil }
    let parts = level.key.dropFirst().compactMap { workbook.spot($0, beside: spot) }
    guard parts.count == 2, parts.allSatisfy({ $0.code?.digits == 2 }) else { return nil }
    let joined = code.text + parts.map { $0.text.hasPrefix("0") ? String($0.text.dropFirst()) : $0.text }.joined()
    guard joined.count == 6 else { return nil }
    return [spot.messed("K2", joined, .reportedAsStored, .codeMalformed)]
      + parts.map { $0.messed("K2", .content(.nothing), .reported, .codeBlank) }
  }
}

/// K8, T9: marks, blanks and full-width digits around and in a code.
struct CodeNotationMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let code = spot.code else { return nil }
    return switch source.number(0...3) {
    case 0: [spot.messed("K8", "'" + code.text, .restored)]
    case 1: [spot.messed("K8", source.pick([" ", "\u{3000}", "\u{A0}"]) + code.text, .restored)]
    case 2: [spot.messed("K8", code.text + source.pick([" ", "\n", "\t"]), .restored)]
    default: [spot.messed("T9", MessCharacters.fullWidth(code.text), .restored)]
    }
  }
}

/// K8: a letter in place of a digit.
struct LetterInCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let code = spot.code, code.digits != nil, workbook.row(of: spot)?.kind == .detail else { return nil }
    let (digit, letter) = source.pick([("0", "O"), ("1", "l")])
    guard let place = code.text.range(of: digit) else { return nil }
    let text = code.text.replacingCharacters(in: place, with: letter)
    return [spot.messed("K8", text, .reportedAsStored, .codeMalformed)]
  }
}

/// K5: a long code that was taken for a number and has lost its last digits.
struct DamagedCodeMess: MessMechanism {
  var reach: MessReach { .row }

  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    // Cells that take the code from this one would lose it too.
    guard let code = spot.code, !workbook.isMerged(spot), code.text.count > 16, !code.text.hasPrefix("0"),
      let number = Double(code.text)
    else {
      return nil
    }
    let shown = "\(code.text.prefix(1)).\(code.text.dropFirst().prefix(7))E+\(code.text.count - 1)"
    return [
      spot.messed("K5", .content(.number(source.pick(["\(number)", code.text, shown]))), .reported, .codeDamaged)
    ]
  }
}
