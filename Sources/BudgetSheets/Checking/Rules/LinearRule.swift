/// A rule of amounts in the linear language of the definitions: sums, differences and constant factors on both sides of
/// `=`, `<=` or `>=`, once or for each row of some forms, perhaps under a condition.
struct LinearRule: Sendable, Hashable {
  /// What stands on one side of a comparison.
  struct Term: Sendable, Hashable {
    /// How often it counts, in units of the comparison's scale.
    var factor: Int64
    /// What counts.
    var operand: Operand
  }

  enum Operand: Sendable, Hashable {
    case constant(Amount)
    case cells(CellSet)
  }

  /// The cells that a reference means.
  struct CellSet: Sendable, Hashable {
    /// The number of the form.
    var form: String
    var rows: RowSet
    var columns: ColumnSet
    /// Whether it stands in `sum(…)`: then there may be none or many.
    var isSum: Bool
    /// Whether the cells of the year before's book are meant.
    var isPrior = false
  }

  /// The rows that a reference means.
  enum RowSet: Sendable, Hashable {
    /// The row of `each`.
    case current
    case total
    case level(RowKind)
    /// A printed row of a pane.
    case fixed(pane: Int, row: Int)
    /// The printed rows that stand for a functional class; of one pane.
    case classes(pane: Int)
    /// The printed row of a pane that stands for the class of `each`.
    case sameClass(pane: Int)
    /// The rows of one level, the details where nothing else is said, that meet all conditions.
    case matching([KeyCondition])
    /// The labelled amounts of a form of blocks.
    case fields([LabelPath])

    /// What the free rows are that it means; details where it does not say.
    var kind: RowKind {
      switch self {
      case .total: .total
      case .level(let kind): kind
      case .matching(let conditions): conditions.first?.kind ?? .detail
      default: .detail
      }
    }
  }

  /// The columns that a reference means.
  enum ColumnSet: Sendable, Hashable {
    case paths([LabelPath])
    /// The column of `each`.
    case current
    /// Every column of amounts: only in `each`.
    case every
    /// The field's own amount.
    case none
  }

  /// What the codes or the name of a row must be.
  struct KeyCondition: Sendable, Hashable {
    enum Value: Sendable, Hashable {
      case equals([String])
      case starts([String])
      case isNot([String])
      /// What `by` binds under this position.
      case key(Int)
      case className
    }

    /// The columns whose texts are joined.
    var columns: [LabelPath]
    var value: Value
    /// The level of the rows that are looked at.
    var kind = RowKind.detail
  }

  /// Both sides.
  struct Comparison: Sendable, Hashable {
    var text: String
    var place: RulePlace
    var left: [Term]
    var relation: Judgement.Relation
    var right: [Term]
    /// The factors are counted in this fraction: 1, 10, 100 …
    var scale: Int64
  }

  /// A condition that several rules state by name.
  struct NamedCondition: Sendable, Hashable {
    /// Its name; nil where the rule itself states it.
    var name: String?
    var comparison: Comparison
    /// What it means, in words.
    var meaning: String
  }

  /// Rows for each of which a rule is judged.
  struct Each: Sendable, Hashable {
    var form: String
    var rows: RowSet
    /// Whether it is judged for every column of amounts.
    var everyColumn: Bool
  }

  /// A name for what some columns of the rows of `each` say: rows that say the same are judged together.
  struct Key: Sendable, Hashable {
    var name: String
    /// The columns in each form.
    var columns: [String: [LabelPath]]
  }

  var code: FindingCode
  var level: Finding.Level
  var meaning: String?
  var basis: String
  var place: RulePlace
  var each: [Each]
  var keys: [Key]
  /// Whether only keys count that stand in every form of `each`.
  var onlyMatched: Bool
  var comparisons: [Comparison]
  /// The conditions, all of which must hold.
  var conditions: [NamedCondition]
  /// How the sides stand where a condition does not hold; nil where nothing is said then.
  var otherwise: Judgement.Relation?

  /// Whether it, or one of its conditions, speaks of the book of the year before.
  var speaksOfPrior: Bool {
    comparisons.contains(where: \.speaksOfPrior) || conditions.contains(where: \.comparison.speaksOfPrior)
  }
}

extension LinearRule.Comparison {
  /// Whether a term is one of the book of the year before.
  var speaksOfPrior: Bool { (left + right).contains(where: \.isPrior) }
}

extension LinearRule.Term {
  /// Whether it means cells of a form, and not a constant.
  var namesForm: Bool {
    if case .cells = operand { true } else { false }
  }

  /// Whether it means cells of the book of the year before.
  var isPrior: Bool {
    if case .cells(let cells) = operand { cells.isPrior } else { false }
  }
}
