public import XlsxPackage

/// How a worksheet is printed.
public struct PrintSetup: Hashable, Sendable {
  /// Which way the paper lies.
  public enum Orientation: Hashable, Sendable {
    /// Upright.
    case portrait
    /// On its side.
    case landscape
  }

  /// The paper it is printed on.
  public enum Paper: Hashable, Sendable {
    /// 297 × 420 mm.
    case a3
    /// 210 × 297 mm.
    case a4
  }

  /// The empty edges of a page, in inches.
  public struct Margins: Hashable, Sendable {
    /// At the left.
    public var left: Double
    /// At the right.
    public var right: Double
    /// Above.
    public var top: Double
    /// Below.
    public var bottom: Double
    /// From the upper edge of the paper to the header.
    public var header: Double
    /// From the lower edge of the paper to the footer.
    public var footer: Double

    /// Creates margins; those not named are Excel's own.
    public init(
      left: Double = 0.7, right: Double = 0.7, top: Double = 0.75, bottom: Double = 0.75, header: Double = 0.3,
      footer: Double = 0.3
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.header = header
      self.footer = footer
    }
  }

  /// Which way the paper lies.
  public var orientation: Orientation
  /// The paper.
  public var paper: Paper
  /// The empty edges.
  public var margins: Margins
  /// The number of pages side by side that the sheet is shrunk to; 0 for as many as needed. Both numbers 0 print it
  /// in its own size.
  public var fitToPagesWide: Int
  /// The number of pages below one another that the sheet is shrunk to; 0 for as many as needed.
  public var fitToPagesTall: Int
  /// The rows printed again at the top of each page.
  public var repeatedRows: ClosedRange<Int>?
  /// The columns printed again at the left of each page.
  public var repeatedColumns: ClosedRange<Int>?
  /// The only cells to be printed; nil prints all that is used.
  public var printArea: CellRange?
  /// Whether the cells stand in the middle between the left and right edges.
  public var centersHorizontally: Bool
  /// The line above each page in Excel's language: `&L`, `&C`, `&R` begin its parts, `&P` is the page, `&N` the number
  /// of pages, `&&` a plain &. At most 255 characters.
  public var header: String?
  /// The line below each page, in the same language: `第 &P 页，共 &N 页`.
  public var footer: String?

  /// Creates a set-up; without arguments, A4 upright in its own size, as Excel has it.
  public init(
    orientation: Orientation = .portrait, paper: Paper = .a4, margins: Margins = Margins(), fitToPagesWide: Int = 0,
    fitToPagesTall: Int = 0, repeatedRows: ClosedRange<Int>? = nil, repeatedColumns: ClosedRange<Int>? = nil,
    printArea: CellRange? = nil, centersHorizontally: Bool = false, header: String? = nil, footer: String? = nil
  ) {
    self.orientation = orientation
    self.paper = paper
    self.margins = margins
    self.fitToPagesWide = fitToPagesWide
    self.fitToPagesTall = fitToPagesTall
    self.repeatedRows = repeatedRows
    self.repeatedColumns = repeatedColumns
    self.printArea = printArea
    self.centersHorizontally = centersHorizontally
    self.header = header
    self.footer = footer
  }
}
