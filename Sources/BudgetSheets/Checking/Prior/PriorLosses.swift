/// What a book of the year before lost, or says otherwise, since it was carried over from another form set.
public struct PriorLosses: Sendable, Hashable {
  /// How many amounts of forms that have a successor found no place.
  public var amountsLeft: Int
  /// The forms whose inputs come to something else now.
  public var sums: [ConversionSum]
  /// How many carried totals are not what their parts come to.
  public var disagreements: Int

  /// What a conversion lost; nil where it lost nothing that could show in figures.
  init?(_ conversion: BookConversion) {
    var left = 0
    for remainder in conversion.left where !remainder.isKept {
      // A form without a successor takes no part in what is compared.
      if remainder.reason != .noForm, let amount = remainder.value?.amount, amount != .zero { left += 1 }
    }
    amountsLeft = left
    sums = conversion.sums.filter { $0.form != nil && $0.differs }
    disagreements = conversion.disagreements.count
    if amountsLeft == 0, sums.isEmpty, disagreements == 0 { return nil }
  }
}

extension PriorSource {
  /// What the carrying over lost, in one line; nil where it lost nothing.
  public func lossWords(in set: FormSet, language: Language) -> String? {
    guard let losses else { return nil }
    let isChinese = language == .chinese
    var words: [String] = []
    if losses.amountsLeft > 0 {
      words.append(isChinese ? "\(losses.amountsLeft) 个金额未转入" : "\(losses.amountsLeft) amounts were not carried over")
    }
    for sum in losses.sums {
      let form = (set.form(sum.form ?? "")?.name ?? sum.predecessor) + (sum.pane.map { " " + $0 } ?? "")
      let tooLarge = isChinese ? "过大" : "too much"
      let before = sum.before?.text(in: set.unit, decimals: set.decimals) ?? tooLarge
      let after = sum.after?.text(in: set.unit, decimals: set.decimals) ?? tooLarge
      words.append(
        isChinese ? "\(form)的明细原合计 \(before)，现合计 \(after)" : "the inputs of \(form) came to \(before), now to \(after)")
    }
    if losses.disagreements > 0 {
      words.append(
        isChinese
          ? "\(losses.disagreements) 处合计与各部分不符" : "\(losses.disagreements) totals are not the sum of their parts")
    }
    let list = words.joined(separator: isChinese ? "；" : "; ")
    return isChinese
      ? "转换有出入，以下上年的数可能不全：\(list)"
      : "the carrying over changed something, so that figures of the year before may be off: \(list)"
  }
}
