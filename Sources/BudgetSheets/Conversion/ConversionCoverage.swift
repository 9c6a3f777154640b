/// Which forms, columns, printed rows and fields of a newer set a converted book can say anything about.
///
/// A blank amount of something that is covered was blank in the older book too; of anything else nothing is known.
public struct ConversionCoverage: Sendable, Hashable {
  /// One printed row of a form.
  public struct Row: Sendable, Hashable {
    /// The heading of the pane; nil where the form has one pane only.
    public var pane: String?
    /// The label path of the row.
    public var path: LabelPath

    /// Creates the name of a row.
    public init(pane: String?, path: LabelPath) {
      self.pane = pane
      self.path = path
    }
  }

  /// What is covered of one form.
  public struct Form: Sendable, Hashable {
    /// The number of the form of the older set that it succeeds.
    public var predecessor: String
    /// The leaf columns, those of lists and tables in a form of blocks included.
    public var columns: Set<LabelPath>
    /// The printed rows.
    public var rows: Set<Row>
    /// The fields and labelled amounts of a form of blocks.
    public var fields: Set<LabelPath>

    /// Creates what is covered of a form.
    public init(
      predecessor: String, columns: Set<LabelPath> = [], rows: Set<Row> = [], fields: Set<LabelPath> = []
    ) {
      self.predecessor = predecessor
      self.columns = columns
      self.rows = rows
      self.fields = fields
    }
  }

  /// What is covered, by the number of the newer set's form; a form that is new, or whose predecessor the older book does
  /// not hold, is not here.
  public var forms: [String: Form]

  /// Creates a coverage.
  public init(forms: [String: Form] = [:]) {
    self.forms = forms
  }

  /// Everything in the forms of a book of the set itself.
  init(whole book: Book, set: FormSet) {
    forms = [:]
    for form in set.forms where book.form(form.form) != nil {
      forms[form.form] = Form(whole: form)
    }
  }

  /// Whether a form is covered.
  public func covers(form: String) -> Bool { forms[form] != nil }

  /// Whether a leaf column is covered.
  public func covers(column: LabelPath, in form: String) -> Bool { forms[form]?.columns.contains(column) ?? false }

  /// Whether a printed row is covered.
  public func covers(row: LabelPath, pane: String?, in form: String) -> Bool {
    forms[form]?.rows.contains(Row(pane: pane, path: row)) ?? false
  }

  /// Whether a field or labelled amount is covered.
  public func covers(field: LabelPath, in form: String) -> Bool { forms[form]?.fields.contains(field) ?? false }
}

extension ConversionCoverage.Form {
  /// Adds a part of a form.
  mutating func insert(_ part: FormPart.ID, of form: FormDefinition) {
    switch part {
    case .column(let path): columns.insert(path)
    case .row(let place):
      let pane = form.panes[place.pane]
      rows.insert(ConversionCoverage.Row(pane: pane.name, path: pane.fixedRows[place.row].path))
    case .field(let path): fields.insert(path)
    }
  }

  /// What is covered and not in another one.
  func without(_ other: Self) -> Self {
    Self(
      predecessor: predecessor, columns: columns.subtracting(other.columns), rows: rows.subtracting(other.rows),
      fields: fields.subtracting(other.fields))
  }

  /// All of a form.
  init(whole form: FormDefinition) {
    self.init(predecessor: form.form, columns: Set(form.leaves.map(\.path)))
    for pane in form.panes {
      for row in pane.fixedRows { rows.insert(ConversionCoverage.Row(pane: pane.name, path: row.path)) }
    }
    for block in form.blocks {
      switch block {
      case .field(let field): fields.insert(field.path)
      case .list(let list): columns.formUnion(list.columns.flatMap(\.leaves).map(\.path))
      case .amounts(let amounts): fields.formUnion(amounts.rows.map(\.path))
      case .table(let table): columns.formUnion(table.columns.flatMap(\.leaves).map(\.path))
      }
    }
  }
}
