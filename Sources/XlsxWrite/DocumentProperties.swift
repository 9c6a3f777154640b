/// What a workbook says about itself under File ▸ Info.
///
/// The same properties give the same bytes: the date does not follow the clock unless you set it.
public struct DocumentProperties: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The subject.
  public var subject: String
  /// Who wrote it.
  public var author: String
  /// The organisation it comes from.
  public var company: String
  /// Words to find it by.
  public var keywords: String
  /// Remarks.
  public var comments: String
  /// When it was made, in seconds since the start of 1970 (UTC); at least 1. Unless set, the start of 2000.
  public var created: Int64

  /// Creates properties; what is not named stays empty.
  public init(
    title: String = "", subject: String = "", author: String = "", company: String = "", keywords: String = "",
    comments: String = "", created: Int64 = 946_684_800
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.keywords = keywords
    self.comments = comments
    self.created = created
  }
}
