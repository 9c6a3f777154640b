extension BookConversion {
  /// The numbers that stood outside the forms: no sum holds them.
  public var outsideNumbers: [OutsideCell] { book.outside.filter(\.isNumber) }

  /// What the numbers outside the forms come to as they stand, whatever their unit; nil where one of them is too large, or
  /// finer than the sixth decimal.
  ///
  /// - Returns: Decimal text.
  public var outsideSum: String? {
    var sum = Amount.zero
    for cell in outsideNumbers {
      guard let number = Amount(decimal: cell.text, unit: .万元), let next = sum.adding(number) else { return nil }
      sum = next
    }
    return sum.text(in: .万元, decimals: 0)
  }
}
