/// How a worksheet is protected against changes (ECMA-376 18.3.1.85).
///
/// Protection keeps users from slips; it hides nothing from who reads the file. Which cells are locked says
/// ``CellStyle/isLocked``.
public struct WorksheetProtection: Hashable, Sendable {
  /// What a protected sheet can forbid. Raw values are the attributes of the format.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Editing drawings and other objects.
    case editObjects = "objects"
    /// Editing scenarios.
    case editScenarios = "scenarios"
    /// Formatting cells.
    case formatCells
    /// Formatting columns, and with it showing hidden ones.
    case formatColumns
    /// Formatting rows, and with it showing hidden ones.
    case formatRows
    /// Inserting columns.
    case insertColumns
    /// Inserting rows.
    case insertRows
    /// Inserting hyperlinks.
    case insertHyperlinks
    /// Deleting columns.
    case deleteColumns
    /// Deleting rows.
    case deleteRows
    /// Selecting locked cells.
    case selectLockedCells
    /// Selecting the other cells.
    case selectUnlockedCells
    /// Sorting.
    case sort
    /// Using the filter.
    case autoFilter
    /// Using pivot tables.
    case pivotTables

    /// Whether a protected sheet forbids it without saying so.
    var isForbiddenByDefault: Bool {
      switch self {
      case .editObjects, .editScenarios, .selectLockedCells, .selectUnlockedCells: false
      default: true
      }
    }
  }

  /// Whether the sheet is protected; where not, the rest is what was last chosen.
  public var isEnabled: Bool
  /// Whether a password, that is, its hash, guards the protection.
  public var hasPassword: Bool
  /// What is forbidden while the sheet is protected.
  public var forbidden: Set<Action>

  /// Creates a protection.
  public init(isEnabled: Bool, hasPassword: Bool, forbidden: Set<Action>) {
    self.isEnabled = isEnabled
    self.hasPassword = hasPassword
    self.forbidden = forbidden
  }

  /// Whether a user may do this without lifting the protection.
  public func allows(_ action: Action) -> Bool { !isEnabled || !forbidden.contains(action) }
}
