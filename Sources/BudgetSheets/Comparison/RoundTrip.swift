public import XlsxRead

/// Writes a book as a workbook, reads that again and compares: what the forms carry, and what they do not.
public struct RoundTrip: Sendable {
  /// The book as it was.
  public var before: Book
  /// The book as it came back.
  public var after: Book
  /// How the two differ.
  public var comparison: BookComparison
  /// What the writer had to say.
  public var findings: [Finding]
  /// The workbook between the two.
  public var bytes: [UInt8]

  /// Carries a book through a workbook in memory.
  ///
  /// - Throws: ``RoundTripError`` where the book cannot be written, or what was written cannot be read.
  public init(of book: Book, set: FormSet, limits: ReadLimits = BookReader.defaultLimits) throws(RoundTripError) {
    do {
      (bytes, findings) = try BookWriter(set: set).bytes(of: book)
    } catch {
      throw .writing(error)
    }
    do {
      after = try BookReader(sets: [set], limits: limits).read(bytes: bytes, name: book.file ?? "")
    } catch {
      throw .reading(error)
    }
    before = book
    comparison = BookComparison(book, after, set: set)
  }
}

/// Why a book could not be carried through a workbook.
public enum RoundTripError: Error, Sendable {
  /// The workbook could not be written.
  case writing(BookWriteError)
  /// What was written could not be read.
  case reading(BookReadError)

  /// One line that says what, where and what to do.
  public func line(in language: Language) -> String {
    switch self {
    case .writing(let error): error.line(in: language)
    case .reading(let error): error.line(in: language)
    }
  }
}
