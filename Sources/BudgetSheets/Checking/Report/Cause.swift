/// What several failures probably have in common: a few wrong inputs that explain them all. It suggests; nothing is changed.
public struct Cause: Sendable, Hashable {
  /// One cell that would be another.
  public struct Change: Sendable, Hashable {
    /// The cell.
    public var place: Place
    /// What it says; nil where it is blank.
    public var reported: Amount?
    /// What it would say; nil where it would be blank.
    public var proposed: Amount?

    /// Creates a change.
    public init(place: Place, reported: Amount?, proposed: Amount?) {
      self.place = place
      self.reported = reported
      self.proposed = proposed
    }
  }

  /// What may have happened to an input.
  public enum Mechanism: String, Sendable, Hashable, CaseIterable {
    /// Two neighbouring digits changed places (数字颠倒).
    case transposedDigits
    /// Off by a power of ten, as 元 typed into a form in 万元 (小数点或单位错位).
    case wrongScale
    /// The sign (正负号颠倒).
    case wrongSign
    /// A digit was left out (漏输数字).
    case droppedDigit
    /// A digit was typed twice, or one too many (多输数字).
    case extraDigit
    /// One digit is another (数字输错).
    case wrongDigit
    /// The amount counts twice (重复计算).
    case doubled
    /// The cell was left blank (漏填).
    case leftBlank
    /// There should be nothing (多填).
    case superfluous
    /// The amount stands in the neighbouring column (错栏).
    case wrongColumn
    /// The amount stands in another row (错行).
    case wrongRow
    /// The amounts of a whole row stand one column off (整行错栏).
    case shiftedRow
    /// The amounts of two rows stand in each other's place (两行对调).
    case swappedRows
    /// The amounts of a whole column stand in the neighbouring one, or are exchanged with it (整列错栏).
    case shiftedColumn
    /// A row of details is in no total: it was added without them, or should not be there (该行未计入合计).
    case uncountedRow
    /// The formula was not worked out again after its cells changed (公式未重算).
    case staleFormula
    /// A whole form is filled in another unit than it says (整表单位错).
    case wrongUnit
    /// A sum leaves out one of its parts, or counts one twice (漏计或重计一项).
    case partMissed
    /// A sum leaves out a hidden row (未计入隐藏行).
    case hiddenRowMissed
    /// The cell holds something that is no amount; the rules say which one it should be (未能读取).
    case unreadable
    /// The whole is some other amount.
    case otherAmount
  }

  /// Another explanation that the rules cannot tell from the first.
  public struct Alternative: Sendable, Hashable {
    /// The inputs that would be others.
    public var changes: [Change]
    /// The totals that would follow.
    public var derived: [Change]
    /// What may have happened.
    public var mechanism: Mechanism

    /// Creates an alternative.
    public init(changes: [Change], derived: [Change], mechanism: Mechanism) {
      self.changes = changes
      self.derived = derived
      self.mechanism = mechanism
    }
  }

  /// The inputs that are probably wrong; empty where the failures only seem to belong together.
  public var changes: [Change]
  /// The totals that would follow from them.
  public var derived: [Change]
  /// What may have happened; nil where there is no proposal.
  public var mechanism: Mechanism?
  /// The findings that it explains, by their position in the report's list.
  public var findings: [Int]
  /// Other explanations that the rules cannot tell from this one.
  public var alternatives: [Alternative]
  /// The numbers of the forms that agree with each other against the inputs named.
  public var agreeingForms: [String]
  /// By how much the failures are off, where it is the same for all.
  public var difference: Amount?
}
