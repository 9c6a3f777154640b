/// Where the figures of the year before come from.
public struct PriorSource: Sendable, Hashable {
  /// The file, without its folder.
  public var file: String?
  /// The name of its form set.
  public var set: String
  /// The year as printed.
  public var year: String
  /// The department as printed.
  public var department: String
  /// Whether its forms are of another set, so that it was carried over.
  public var isCarriedOver: Bool
  /// What carrying it over lost; nil where nothing was lost, or it was not carried over.
  public var losses: PriorLosses?

  /// Says where a book comes from.
  init(_ book: Book, isCarriedOver: Bool) {
    file = book.file
    set = book.set
    year = book.year
    department = book.department
    self.isCarriedOver = isCarriedOver
  }
}
