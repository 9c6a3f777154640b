/// How one amount may have become another.
struct AmountMistake {
  var mechanism: Cause.Mechanism
  /// How far-fetched it is: 1 is an everyday slip of the keyboard.
  var cost: Int

  /// How what should be `proposed` may have been reported as something else, in 分.
  ///
  /// - Parameter digit: The last printed digit, in 分: slips are made in what is typed.
  init(reported: Int64, proposed: Int64, isBlank: Bool, digit: Int64) {
    (mechanism, cost) = Self.judge(reported, proposed, isBlank, digit)
    // An amount below nothing is rarely what was meant.
    if proposed < 0, reported >= 0 { cost += 4 }
    if proposed % digit != 0, reported % digit == 0 { cost += 3 }
  }

  private static func judge(
    _ reported: Int64, _ proposed: Int64, _ isBlank: Bool, _ digit: Int64
  ) -> (Cause.Mechanism, Int) {
    if isBlank || reported == 0 { return (.leftBlank, 2) }
    if proposed == 0 { return (.superfluous, 3) }
    if reported == 0 &- proposed { return (.wrongSign, 1) }
    if scales(reported, proposed) || scales(proposed, reported) { return (.wrongScale, 1) }
    if reported == proposed &* 2 { return (.doubled, 1) }
    let step = reported % digit == 0 && proposed % digit == 0 ? digit : 1
    guard (reported < 0) == (proposed < 0) else { return (.otherAmount, 6) }
    let typed = Array(String((reported / step).magnitude).utf8)
    let meant = Array(String((proposed / step).magnitude).utf8)
    if typed.count == meant.count {
      let places = typed.indices.filter { typed[$0] != meant[$0] }
      if places.count == 2, places[1] == places[0] + 1, typed[places[0]] == meant[places[1]],
        typed[places[1]] == meant[places[0]]
      {
        return (.transposedDigits, 1)
      }
      if places.count == 1 { return (.wrongDigit, 2) }
    }
    if typed.count + 1 == meant.count, lacksOne(typed, of: meant) { return (.droppedDigit, 1) }
    if typed.count == meant.count + 1, lacksOne(meant, of: typed) { return (.extraDigit, 1) }
    if let slip = shiftedPoint(reported, proposed, digit) { return slip }
    return (.otherAmount, 5)
  }

  /// Whether the first is the second times 10, 100 … 100 million.
  private static func scales(_ large: Int64, _ small: Int64) -> Bool {
    var value = small
    for _ in 0..<8 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return false }
      value = product
      if value == large { return true }
    }
    return false
  }

  /// Whether one digit taken out of the longer number leaves the shorter one.
  private static func lacksOne(_ short: [UInt8], of long: [UInt8]) -> Bool {
    let start = zip(short, long).prefix { $0 == $1 }.count
    return short[start...].elementsEqual(long[(start + 1)...])
  }

  /// A digit lost or doubled where the decimals are not printed in full: `589.3` for `589.34` is `589.30`.
  private static func shiftedPoint(_ reported: Int64, _ proposed: Int64, _ digit: Int64) -> (Cause.Mechanism, Int)? {
    guard reported % digit == 0, proposed % digit == 0 else { return nil }
    let typed = Array(String((reported / digit).magnitude).utf8)
    let meant = Array(String((proposed / digit).magnitude).utf8)
    // Without its trailing zeros the typed number is the other one with one digit left out.
    var trimmed = typed
    while trimmed.last == UInt8(ascii: "0"), trimmed.count > 1 { trimmed.removeLast() }
    if trimmed.count == meant.count - 1, lacksOne(trimmed, of: meant) { return (.droppedDigit, 1) }
    return nil
  }
}
