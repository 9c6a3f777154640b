/// Other amounts for a few figures, which might explain failures.
struct Hypothesis: Hashable {
  /// A figure with what would be added to it, in 分.
  struct Shift: Hashable {
    var figure: Int
    var delta: Int64
  }

  /// How the inputs belong together.
  enum Kind: Int, Hashable {
    /// One cell alone, as printed.
    case single
    /// An amount that stands in another cell.
    case move
    /// A row that stands one column off.
    case shiftedRow
    /// Two rows in each other's place.
    case swappedRows
    /// Two columns in each other's place, or one in the place of a blank one.
    case shiftedColumn
    /// A row of details that its totals leave out.
    case uncountedRow
    /// A form in another unit.
    case scaledForm
    /// One input, with all totals worked out from it.
    case withTotals
    /// An amount in another row, in all parallel columns, with all totals worked out from it.
    case moveWithTotals
    /// Two cells that have nothing to do with each other.
    case pair
  }

  var kind: Kind
  var inputs: [Shift]
  /// The totals that follow from the inputs.
  var derived: [Shift] = []

  /// What takes it back.
  var reversed: Hypothesis {
    func back(_ shift: Shift) -> Shift { Shift(figure: shift.figure, delta: 0 &- shift.delta) }
    return Hypothesis(kind: kind, inputs: inputs.map(back), derived: derived.map(back))
  }
}
