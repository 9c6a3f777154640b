/// A unit in which a form states its amounts.
///
/// The names are those printed in the line `单位：万元` above a form.
public enum MoneyUnit: String, Sendable, Hashable, CaseIterable, Codable {
  case 元
  case 千元
  case 万元
  case 百万元
  case 亿元

  /// How many 分 (a hundredth of 元) one of this unit is.
  public var fen: Int64 {
    switch self {
    case .元: 100
    case .千元: 100_000
    case .万元: 1_000_000
    case .百万元: 100_000_000
    case .亿元: 10_000_000_000
    }
  }

  /// How many decimals an amount of this unit has when it is exact to the 分: 2 in 元, 6 in 万元.
  public var exactDecimals: Int {
    var decimals = 0
    var scale: Int64 = 1
    while scale < fen {
      scale *= 10
      decimals += 1
    }
    return decimals
  }
}
