/// One instance of a rule on the figures of a book: both sides, and how they must stand to each other.
struct Equation {
  /// A figure that counts on a side.
  struct Term {
    var figure: Int
    /// How often it counts, in units of the equation's scale.
    var factor: Int64
  }

  /// The rule, by its position among the results.
  var rule: Int
  var left: [Term]
  var right: [Term]
  /// The forms that each side names, for where they have no row that counts.
  var leftName = ""
  var rightName = ""
  /// Whether the first of those is of the year before.
  var leftIsOfPrior = false
  var rightIsOfPrior = false
  /// What counts on each side without being a figure, in 分.
  var leftConstant: Int64 = 0
  var rightConstant: Int64 = 0
  var relation: Judgement.Relation
  /// How the sides stand where a condition does not hold; nil where nothing is said then.
  var otherwise: Judgement.Relation?
  /// The conditions, by their positions; all must hold.
  var conditions: [Int] = []
  /// Whether the left side is printed as the sum of the right one: then rounding may put it off.
  var isSum = false
  /// Whether a rule that is stated compares a figure with the sum of others of the same form: rounding may put that off too.
  var isSumInForm = false
  /// The last printed digit of the forms, the coarsest, in 分.
  var digit: Int64
  var scale: Int64 = 1

  /// How it came out.
  enum Outcome: Equatable {
    case passed
    /// Off by no more than the rounding of the parts explains.
    case withinRounding
    /// The stored amounts differ, the printed ones agree.
    case balancedAfterRounding
    case failed
    case notApplicable
    case overflow
  }
}
