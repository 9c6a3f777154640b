/// The bounds inside which a workbook is read, so that no file can take all memory or time.
///
/// Every bound has a default far above what a real workbook needs. A file that passes one is refused with
/// ``XlsxReadError/Code/overLimit`` and an error that names the bound.
///
/// ```swift
/// var limits = ReadLimits.default
/// limits.cellsPerSheet = 1_000_000
/// let workbook = try Workbook(path: "plan.xlsx", limits: limits)
/// ```
public struct ReadLimits: Hashable, Sendable {
  /// The most parts a package may hold, and the most sheets a workbook may list: 10,000.
  public var parts = 10_000
  /// The most bytes one part may expand to: 2 GiB. A part is streamed, so this bounds time, not memory: XML made to be
  /// slow takes up to a minute for so much.
  public var expandedPartBytes = 2 << 30
  /// The most bytes all parts read from one package may expand to: 4 GiB.
  public var expandedTotalBytes = 4 << 30
  /// The most bytes one part may expand to where its content is kept in memory (relationships, styles, the
  /// workbook part, comments, tables, properties), all comments or all tables of one worksheet together, and the most
  /// bytes of text that the links and validations of one worksheet may hold: 64 MiB.
  ///
  /// A list of the smallest items, as comments without text, takes up to eight times as much memory.
  public var keptPartBytes = 64 << 20
  /// How many times its compressed size a part may expand to: 500, judged once it has passed 8 MiB.
  public var expansionRatio = 500
  /// The most cells one worksheet may hold: 100 million.
  public var cellsPerSheet = 100_000_000
  /// The most cells that ``Worksheet/rows`` keeps in memory, where a row without cells counts as one: 5 million, some
  /// 300 MB.
  public var keptCells = 5_000_000
  /// The most bytes of text and formulas that ``Worksheet/rows`` keeps in memory beside the shared strings: 512 MiB.
  public var keptRowBytes = 512 << 20
  /// The most cell styles, and the most number formats: 1 million. Excel itself stops at 65,490.
  public var cellStyles = 1_000_000
  /// The most bytes of text and formulas in one row: 64 MiB, and never more than 1 GiB.
  public var rowBytes = 64 << 20
  /// The most bytes of one cell's text: 4 MiB. Excel itself stops at 32,767 characters.
  public var cellTextBytes = 4 << 20
  /// The most bytes of one formula: 64 KiB. Excel itself stops at 8,192 characters.
  public var formulaBytes = 64 << 10
  /// The most bytes of shared formulas kept for one worksheet: 64 MiB.
  public var sharedFormulaBytes = 64 << 20
  /// The most bytes that the shared formulas of one worksheet come to in all cells that take them from another cell, each
  /// counted as long as it stands there: 8 GiB. ``Cell/formula`` writes one out only when it is asked for.
  public var sharedFormulaTotalBytes = 8 << 30
  /// The most merged ranges of one worksheet: 1 million.
  public var mergedRanges = 1_000_000
  /// The most hyperlinks of one worksheet: 1 million. Excel itself stops at 65,530. One part may have so many relationships,
  /// and one for each of the ``parts``.
  public var hyperlinks = 1_000_000
  /// The most data validations of one worksheet: 100,000. Excel itself stops at 65,534.
  public var dataValidations = 100_000
  /// The most ranges that the data validations of one worksheet name together: 1 million.
  public var dataValidationRanges = 1_000_000
  /// The most strings in the shared string table: 20 million.
  public var sharedStrings = 20_000_000
  /// The most bytes of text in the shared string table: 512 MiB, and never more than 2 GiB.
  public var sharedStringBytes = 512 << 20
  /// The deepest nesting of XML elements: 128.
  public var xmlDepth = 128
  /// The most bytes of one XML tag or attribute value: 256 KiB.
  public var xmlAttributeBytes = 256 << 10
  /// The most different names of elements, attributes and namespaces in one part: 10,000.
  public var xmlNames = 10_000
  /// The most attributes of one XML element, and the most namespaces in scope: 256.
  public var xmlAttributes = 256

  /// Creates the default bounds.
  public init() {}

  /// The most relationships of one part: one for each hyperlink, and one for each other part.
  var relationships: Int { hyperlinks + parts }

  /// Whether no canonical tag could pass the bounds on XML, so that only other tags need to be measured.
  var areWideEnoughToScan: Bool {
    xmlDepth >= 16 && xmlAttributes >= 64 && xmlAttributeBytes >= ScanningDecoder.longestToken
  }

  /// The default bounds.
  public static let `default` = ReadLimits()
}
