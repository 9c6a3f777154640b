// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 08: travel abroad, official vehicles and receptions (“三公”经费预算表).
public struct ThreePublicExpensesForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// The one line of the form.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// All three together.
    public var 三公经费合计: Amount?
    /// Official travel abroad.
    public var 因公出国境费: Amount?
    /// Official vehicles in all.
    public var 公务用车小计: Amount?
    /// Buying official vehicles.
    public var 公务用车购置费: Amount?
    /// Running official vehicles.
    public var 公务用车运行费: Amount?
    /// Official receptions.
    public var 公务接待费: Amount?

    /// Creates a row without values.
    public init(kind: RowKind = .detail, key: String = "") {
      self.kind = kind
      self.key = key
    }

    /// The label paths of its columns, in the order of the form.
    public static var columns: [LabelPath] { columns(CodingKeys.allCases) }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case kind
      case key
      case inherited
      case 三公经费合计 = "“三公”经费合计"
      case 因公出国境费 = "因公出国（境）费"
      case 公务用车小计 = "公务用车购置及运行费/小计"
      case 公务用车购置费 = "公务用车购置及运行费/公务用车购置费"
      case 公务用车运行费 = "公务用车购置及运行费/公务用车运行费"
      case 公务接待费
    }
  }
}
