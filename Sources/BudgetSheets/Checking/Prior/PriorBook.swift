/// The book of the year before, as it stands beside the one that is checked.
///
/// It speaks in the forms of the set that is checked; a book of an older set is carried over into them first.
///
/// ```swift
/// let prior = try PriorBook(BookReader(sets: sets).read(path: "2022.xlsx"), of: older, for: checker.set)
/// let report = checker.check(book, prior: prior)
/// for figure in report.growth { print(figure.label, figure.sentence(in: checker.set, language: .chinese)) }
/// ```
public struct PriorBook: Sendable, Hashable {
  /// The book in the forms of the set that is checked.
  public let book: Book
  /// Where it comes from.
  public let source: PriorSource
  /// What of the set it can say anything about.
  let coverage: PriorCoverage

  /// Takes a book of the very set that is checked.
  public init(_ book: Book) {
    self.init(book, source: PriorSource(book, isCarriedOver: false), coverage: PriorCoverage())
  }

  /// Takes a book of any set, and carries it over where it is another than the one that is checked.
  ///
  /// - Throws: A ``DefinitionError`` where the set that is checked says nothing of the older one.
  public init(_ book: Book, of older: FormSet, for set: FormSet) throws(DefinitionError) {
    if older.name == set.name {
      self.init(book)
      return
    }
    let conversion = try BookConverter(from: older, to: set).convert(book)
    var source = PriorSource(book, isCarriedOver: true)
    source.losses = PriorLosses(conversion)
    self.init(conversion.book, source: source, coverage: PriorCoverage(conversion.coverage))
  }

  init(_ book: Book, source: PriorSource, coverage: PriorCoverage) {
    self.book = book
    self.source = source
    self.coverage = coverage
  }

  /// Whether a set says how the books of another one are carried over into it; always for a set and itself.
  public static func isPossible(of older: FormSet, for set: FormSet) -> Bool {
    BookConverter.isPossible(from: older, to: set)
  }

  /// What there is to say where its year is not the one before that of the book beside which it stands; nil where all is
  /// well, or one of the years is not known.
  func yearFinding(beside book: Book) -> Finding? {
    guard let year = otherYear(beside: book), let own = Int(book.year) else { return nil }
    let code: FindingCode = (Int(year) ?? own) < own ? .priorYearsAgo : .priorNotOlder
    return Finding(code, ["file": source.file ?? "", "prior": source.year, "year": book.year])
  }

  /// Its year, where that is not the one before that of the book beside which it stands; nil where it is, or one of the years
  /// is not known.
  func otherYear(beside book: Book) -> String? {
    guard let own = Int(book.year), let year = Int(source.year), year != own - 1 else { return nil }
    return source.year
  }
}
