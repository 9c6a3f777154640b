/// One level of the free rows of a form, from the total row down to the details.
///
/// Each level is the sum of the next one below it that is present.
public struct RowLevel: Sendable, Hashable {
  /// What the rows of the level are.
  public var kind: RowKind
  /// The printed label of a total row; nil where it has none.
  public var label: String?
  /// Where the label of the total row stands.
  public var labelColumn: LabelPath?
  /// Over how many columns the label of the total row is merged.
  public var across: Int
  /// Whether the total row is printed below the rows that it adds up.
  public var isAtBottom = false
  /// The columns that tell one row of the level from another.
  public var key: [LabelPath]
  /// How many digits the key has; nil where it is text.
  public var keyDigits: Int?
  /// Where the name that goes with the key stands.
  public var name: LabelPath?
  /// The columns that are blank in a row of this level.
  public var empty: [LabelPath]
  /// Whether a form may have no row of this level.
  public var isOptional: Bool
  /// Whether a blank key repeats the one above.
  public var blankRepeatsAbove: Bool
  /// The columns that may go on in further rows without a key.
  public var repeated: [LabelPath]
  /// The dictionary of the key and its name.
  public var list: String?
  /// How many empty rows a blank form offers.
  public var spare: Int
}
