/// What a rule with figures found: both sides, and what they are made of.
public struct Judgement: Sendable, Hashable {
  /// How the left side must stand to the right side.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case atMost = "≤"
    case atLeast = "≥"

    /// Whether sides whose difference is this, the left less the right, stand so to each other.
    func holds(_ difference: Int128) -> Bool {
      switch self {
      case .equal: difference == 0
      case .atMost: difference <= 0
      case .atLeast: difference >= 0
      }
    }

    /// How the right side must stand to the left one.
    var turned: Relation {
      switch self {
      case .equal: .equal
      case .atMost: .atLeast
      case .atLeast: .atMost
      }
    }
  }

  /// One figure of a side.
  public struct Part: Sendable, Hashable {
    /// Where it stands.
    public var place: Place
    /// The amount; nil where the cell is blank.
    public var amount: Amount?
    /// How often it counts, in units of ``scale``: 1 where it is added, -1 where it is taken off.
    public var factor: Int
    /// The fraction in which the factor counts: 5 and 10 for one half; 1 for whole factors.
    public var scale: Int

    /// Creates a part.
    public init(place: Place, amount: Amount?, factor: Int = 1, scale: Int = 1) {
      self.place = place
      self.amount = amount
      self.factor = factor
      self.scale = scale
    }

    /// How often it counts, as decimal text: `1`, `-1`, `0.5`.
    public var factorText: String {
      guard scale > 1, let number = DecimalNumber("\(factor)") else { return "\(factor)" }
      return number.scaled(by: 1 - "\(scale)".count).text
    }
  }

  /// The rule's own identity, as `03:合计` for a sum of a form, or `X10`.
  public var rule: String
  /// The rule as text, as `合计 = 基本支出/小计 + 项目支出/小计`.
  public var text: String
  /// How the sides must stand to each other.
  public var relation: Relation
  /// What the left side comes to; nil where it is a single blank cell.
  public var reported: Amount?
  /// What the right side comes to.
  public var expected: Amount
  /// The left side less the right side.
  public var difference: Amount
  /// The figures of the left side.
  public var left: [Part]
  /// The figures of the right side, blank ones too.
  public var right: [Part]
}
