/// A book that was carried over into another form set, and what there is to say about it.
public struct BookConversion: Sendable {
  /// The book of the newer set, with all of its forms: those that are new, or had no predecessor in the older book, are
  /// there without any amount.
  public var book: Book
  /// What of the newer set the older book could say anything about.
  public var coverage: ConversionCoverage
  /// What of the older book found no place.
  public var left: [ConversionRemainder] = []
  /// What the inputs of each form came to before and come to now.
  public var sums: [ConversionSum] = []
  /// Carried totals that disagree with what their parts come to.
  public var disagreements: [ConversionDisagreement] = []
  /// Sheets that were read in another unit than a heading of their form states.
  public var unitConflicts: [ConversionUnitConflict] = []
  /// The numbers of the forms that succeed none: they are there without any content.
  public var newForms: [String] = []
  /// The forms whose predecessor the older book does not hold, with the number of that.
  public var absentForms: [String: String] = [:]
  /// How many values were carried over: amounts, texts and notes.
  public var carried = 0
}
