/// What of a workbook's structure is protected against changes (ECMA-376 18.2.29).
///
/// It is not encryption: an encrypted workbook is refused with ``XlsxReadError/Code/encrypted``.
public struct WorkbookProtection: Hashable, Sendable {
  /// Whether sheets cannot be added, moved, renamed, hidden, shown or deleted.
  public var locksStructure: Bool
  /// Whether the workbook's windows cannot be moved or sized.
  public var locksWindows: Bool
  /// Whether the record of changes cannot be removed.
  public var locksRevisions: Bool
  /// Whether a password, that is, its hash, guards the protection.
  public var hasPassword: Bool

  /// Creates a protection.
  public init(locksStructure: Bool, locksWindows: Bool, locksRevisions: Bool, hasPassword: Bool) {
    self.locksStructure = locksStructure
    self.locksWindows = locksWindows
    self.locksRevisions = locksRevisions
    self.hasPassword = hasPassword
  }
}
