import BudgetSheets
import XlsxWrite

extension MessSpot {
  /// The amount as a clerk writes it; nil where the cell holds none, or a formula.
  func typed(in set: FormSet) -> String? {
    role == .amount && stored.kind == .number && stored.formula == nil ? written(in: set) : nil
  }
}

/// A2, T9: an amount that was stored as text.
struct AmountTextMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set) else { return nil }
    return switch source.number(0...6) {
    case 0: [spot.messed("A2", amount, .restored)]
    case 1: [spot.messed("A2", MessCharacters.thousands(amount), .restored)]
    case 2: [spot.messed("A2", " \(amount) ", .restored)]
    case 3: [spot.messed("A2", "\u{3000}\(amount)\u{A0}", .restored)]
    case 4: [spot.messed("A2", "'" + amount, .restored)]
    case 5: [spot.messed("T9", MessCharacters.fullWidth(amount), .restored)]
    default: [spot.messed("T9", MessCharacters.fullWidth(MessCharacters.thousands(amount)), .restored)]
    }
  }
}

/// A2: separators of which one cannot tell what they mean.
struct WrongSeparatorMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set), !amount.hasPrefix("-") else { return nil }
    let parts = amount.split(separator: ".").map(String.init)
    guard parts.count == 2, parts[1].count == 2, parts[0].count > 1 else { return nil }
    let (whole, decimals) = (parts[0], parts[1])
    let text: String
    switch source.number(0...5) {
    case 0: text = whole + "," + decimals
    case 1: text = MessCharacters.thousands(whole).replacing(",", with: ".") + "," + decimals
    case 2: text = whole.prefix(1) + "," + whole.dropFirst() + ".5" + (whole.count == 4 ? ",1" : "")
    case 3: text = whole.prefix(1) + " " + whole.dropFirst() + "." + decimals
    case 4: text = whole.prefix(1) + "." + whole.dropFirst() + "." + decimals
    default: text = amount + "."
    }
    return [spot.messed("A2", text, .reported, .amountUnreadable)]
  }
}

/// A4: the unit stands in the cell, and is the one that counts there.
struct UnitInCellMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set) else { return nil }
    let unit = spot.unit(in: workbook.set)
    // The sign stands for 元.
    let signs = unit == .元 ? ["￥\(amount)", "¥\(amount)"] : []
    let text = source.pick(["\(amount)\(unit.rawValue)", "\(amount) \(unit.rawValue)"] + signs)
    return [spot.messed("A4", text, .restored)]
  }
}

/// A4: the unit stands in the cell, and is another one.
struct OtherUnitMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set) else { return nil }
    let own = spot.unit(in: workbook.set)
    let others = MoneyUnit.allCases.filter { $0 != own }.map { amount + $0.rawValue }
    let text = source.pick(others + (own == .元 ? [] : ["￥\(amount)", "¥\(amount)"]))
    return [spot.messed("A4", text, .reported, .amountUnreadable)]
  }
}

/// A6: the noise of floating point behind an amount.
struct FloatNoiseMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set), let exact = Double(amount), exact != 0 else { return nil }
    let noisy = source.once(in: 2) ? exact.nextUp : exact.nextDown
    let text = "\(noisy)"
    // At 15 significant digits it must be the amount again.
    let digits = text.filter(\.isNumber).drop { $0 == "0" }
    guard !text.contains("e"), digits.count > 15 else { return nil }
    return [spot.messed("A6", .content(.number(text)), .restored)]
  }
}

/// A8: a negative amount in brackets, or with its sign behind it.
struct NegativeMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set), amount.hasPrefix("-") else { return nil }
    let plain = String(amount.dropFirst())
    let text = source.pick(["(\(plain))", "（\(plain)）", "(\(MessCharacters.thousands(plain)))", "\(plain)-"])
    return [spot.messed("A8", text, .restored)]
  }
}

/// A8: a number in brackets that may be that of a note.
struct BracketedNumberMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard spot.typed(in: workbook.set) != nil else { return nil }
    return [spot.messed("A8", source.pick(["(3)", "（1）", "(12)"]), .reported)]
  }
}

/// A12: an amount in scientific notation, which may have lost digits.
struct ScientificMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set), !amount.hasPrefix("-"), !amount.hasPrefix("0"), amount.count > 4
    else { return nil }
    let digits = amount.filter(\.isNumber)
    let power = (amount.split(separator: ".").first?.count ?? 1) - 1
    let text = "\(digits.prefix(1)).\(digits.dropFirst().prefix(2))E+0\(power)"
    return [spot.messed("A12", text, .reported, .amountUnreadable)]
  }
}

/// A10: a cell of money under the format of a date.
struct DateFormatMess: MessMechanism {
  func mess(_ spot: MessSpot, in workbook: WrittenWorkbook, _ source: inout SeededSource) -> [MessedCell]? {
    guard let amount = spot.typed(in: workbook.set), !amount.hasPrefix("-") else { return nil }
    let format = source.pick(["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "m/d/yy"])
    return [spot.messed("A10", .formatted(nil, format: format), .reported, .amountAsDate)]
  }
}
