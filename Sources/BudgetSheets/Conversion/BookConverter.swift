/// Carries books of one form set over into another one: of a year's forms into those of the year after.
///
/// What succeeds what is a fact of the newer set, stated in its folder (``FormSet/predecessors``). A converter is a value
/// without state; use one for as many books as you like, from as many tasks.
public struct BookConverter: Sendable {
  /// The set of the books.
  public let from: FormSet
  /// The set into which they are carried over.
  public let to: FormSet

  /// Creates a converter; from a set to itself everything is carried over as it is.
  ///
  /// - Throws: A ``DefinitionError`` where the newer set says nothing of the older one, or something that does not fit it.
  public init(from: FormSet, to: FormSet) throws(DefinitionError) {
    self.from = from
    self.to = to
    guard from.name != to.name else { return }
    throw DefinitionError(file: "\(to.name)/set.yaml", problem: .notEmbedded)
  }

  /// Whether a set says how the forms of another one go over into its own; always for a set and itself.
  public static func isPossible(from: FormSet, to: FormSet) -> Bool { from.name == to.name }

  /// Carries a book over; it must be one of the older set.
  public func convert(_ book: Book) -> BookConversion {
    BookConversion(book: book, coverage: ConversionCoverage(whole: book, set: to))
  }
}
