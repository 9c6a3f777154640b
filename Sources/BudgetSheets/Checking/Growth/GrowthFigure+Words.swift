extension GrowthFigure {
  /// What became of it, as budgets that are published say it: `较上年减少608.25万元，下降48.95%`.
  public func sentence(in set: FormSet, language: Language) -> String {
    let isChinese = language == .chinese
    // What is older than the year before is called by its year.
    let year = priorYear.map { isChinese ? "\($0)年" : $0 } ?? (isChinese ? PriorWord.chinese : "the year before")
    let inYear = priorYear == nil || isChinese ? year : "in \(year)"
    switch change {
    case .unchanged: return isChinese ? "与\(year)持平" : "the same as \(inYear)"
    case .notComparable(let reason):
      let text = reason.text(in: language)
      return isChinese ? "无法与\(year)比较：\(text)" : "cannot be compared with \(year): \(text)"
    case .increased, .decreased: break
    }
    let isMore = change == .increased
    let fen = Int64(clamping: (difference?.fen ?? 0).magnitude)
    let amount = Amount(fen: fen).text(in: set.unit, decimals: set.decimals)
    let difference =
      isChinese
      ? "较\(year)\(isMore ? "增加" : "减少")\(amount)\(set.unit.rawValue)"
      : "\(amount) \(set.unit.rawValue) \(isMore ? "more" : "less") than \(inYear)"
    guard let percent else {
      let isZero = prior == .zero
      return difference
        + (isChinese
          ? "，\(year)为\(isZero ? "零" : "负数")，无法计算增减比例"
          : ", which was \(isZero ? "zero" : "below zero"), so that there is no percentage")
    }
    let share = percent.trimmingPrefix("-") + "%"
    return difference + (isChinese ? "，\(isMore ? "增长" : "下降")\(share)" : ", \(isMore ? "up" : "down") \(share)")
  }
}

extension PriorSource {
  /// Where it comes from, in a few words: `2022.xlsx，2022 年，某某局`.
  public func words(in language: Language) -> String {
    let isChinese = language == .chinese
    var words = [file ?? "", year.isEmpty ? "" : isChinese ? "\(year) 年" : year, department].filter { !$0.isEmpty }
    if isCarriedOver { words.append(isChinese ? "由 \(set) 转换" : "carried over from \(set)") }
    return words.joined(separator: isChinese ? "，" : ", ")
  }
}
