/// A part of a form that is not a grid: a field, a list of items, labelled amounts, or a table.
public enum FormBlock: Sendable, Hashable {
  /// One label with one text.
  case field(Field)
  /// A label with a list of items below it, each of several texts.
  case list(List)
  /// A label with labelled amounts below it.
  case amounts(Amounts)
  /// A table with a heading of its own.
  case table(Table)

  /// One label with one text beside it.
  public struct Field: Sendable, Hashable {
    /// The label, which is also its identity.
    public var path: LabelPath
    /// Other wordings of the label.
    public var aliases: [String]
    /// Whether the text is the name of the department.
    public var isDepartment: Bool
  }

  /// A label with items beside it.
  public struct List: Sendable, Hashable {
    /// The label at the left of the items.
    public var path: LabelPath
    /// Other wordings of the label.
    public var aliases: [String]
    /// The heading over each text of an item.
    public var columns: [ColumnDefinition]
    /// How many empty rows a blank form offers.
    public var spare: Int
  }

  /// A label with labelled amounts beside it.
  public struct Amounts: Sendable, Hashable {
    /// The label at the left of the amounts.
    public var path: LabelPath
    /// Other wordings of the label.
    public var aliases: [String]
    /// The labelled amounts, in order.
    public var rows: [AmountRow]
    /// Whether the amounts may be below zero.
    public var allowsNegative: Bool
  }

  /// One labelled amount.
  public struct AmountRow: Sendable, Hashable {
    /// The labels from the block down to this amount.
    public var path: LabelPath
    /// What is printed before the label in the same cell, as `1、资金来源：`.
    public var prefix: String
    /// The amounts that add up to this one.
    public var sum: [LabelPath]
    /// Other wordings of the label.
    public var aliases: [String]
  }

  /// A table with a heading of its own.
  public struct Table: Sendable, Hashable {
    /// What the table is called; not printed.
    public var path: LabelPath
    /// Its columns.
    public var columns: [ColumnDefinition]
    /// How many empty rows a blank form offers.
    public var spare: Int
  }
}
