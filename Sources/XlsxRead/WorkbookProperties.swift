/// What a workbook says about itself as a document; nil where it says nothing.
///
/// All of it is text that the writing program chose: nothing is checked. What the workbook's users added is in
/// ``Workbook/customProperties()``.
public struct WorkbookProperties: Hashable, Sendable {
  // Core properties (ECMA-376 part 2, clause 11).

  /// The title.
  public var title: String?
  /// The subject.
  public var subject: String?
  /// Who wrote the workbook.
  public var creator: String?
  /// Key words, in one text.
  public var keywords: String?
  /// The description; Excel calls it comments.
  public var description: String?
  /// The category.
  public var category: String?
  /// The state of the work, as `Draft`.
  public var contentStatus: String?
  /// The language.
  public var language: String?
  /// Which revision it is.
  public var revision: String?
  /// Who saved the workbook last.
  public var lastModifiedBy: String?
  /// When it was made, as the file writes it: `2026-01-31T08:00:00Z`.
  public var created: String?
  /// When it was saved last, as the file writes it.
  public var modified: String?
  /// When it was printed last, as the file writes it.
  public var lastPrinted: String?

  // Extended properties (part 1, 22.2).

  /// The program that saved the workbook, as `Microsoft Excel`.
  public var application: String?
  /// The version of that program, as `16.0300`.
  public var applicationVersion: String?
  /// The company.
  public var company: String?
  /// The manager.
  public var manager: String?

  /// Creates properties that say nothing.
  public init() {}
}
