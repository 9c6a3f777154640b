/// What a reader may still do on a protected worksheet.
///
/// Protection guides the honest: it is no secret-keeping, and anyone can take it off with the right program.
public struct SheetProtection: Hashable, Sendable {
  /// Things that can be allowed on a protected sheet.
  public struct Actions: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt16
    /// Creates a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Selecting cells that are locked.
    public static let selectLockedCells = Actions(rawValue: 1 << 0)
    /// Selecting cells that are open.
    public static let selectUnlockedCells = Actions(rawValue: 1 << 1)
    /// Changing how cells look.
    public static let formatCells = Actions(rawValue: 1 << 2)
    /// Changing the width of columns, hiding them.
    public static let formatColumns = Actions(rawValue: 1 << 3)
    /// Changing the height of rows, hiding them.
    public static let formatRows = Actions(rawValue: 1 << 4)
    /// Inserting columns.
    public static let insertColumns = Actions(rawValue: 1 << 5)
    /// Inserting rows.
    public static let insertRows = Actions(rawValue: 1 << 6)
    /// Inserting links.
    public static let insertHyperlinks = Actions(rawValue: 1 << 7)
    /// Deleting columns of which every cell is open.
    public static let deleteColumns = Actions(rawValue: 1 << 8)
    /// Deleting rows of which every cell is open.
    public static let deleteRows = Actions(rawValue: 1 << 9)
    /// Sorting open cells.
    public static let sort = Actions(rawValue: 1 << 10)
    /// Using an existing filter.
    public static let autofilter = Actions(rawValue: 1 << 11)
    /// Using pivot tables.
    public static let pivotTables = Actions(rawValue: 1 << 12)
    /// Editing comments, pictures and other objects.
    public static let editObjects = Actions(rawValue: 1 << 13)
    /// Editing scenarios.
    public static let editScenarios = Actions(rawValue: 1 << 14)
  }

  /// What stays possible.
  public var allowed: Actions
  /// The password for taking the protection off; nil asks for none. ASCII, at most 255 characters; the format keeps
  /// only a 16-bit hash of it, so it protects nothing of worth.
  public var password: String?

  /// Creates a protection; without arguments, cells can be selected and nothing else.
  public init(allowing allowed: Actions = [.selectLockedCells, .selectUnlockedCells], password: String? = nil) {
    self.allowed = allowed
    self.password = password
  }
}
