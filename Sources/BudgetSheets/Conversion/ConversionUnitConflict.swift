/// A sheet whose unit line states one unit, while a heading of its form states another one.
public struct ConversionUnitConflict: Sendable, Hashable {
  /// The form of the older set.
  public var form: String
  /// The sheet.
  public var sheet: String
  /// The unit of its unit line.
  public var unit: MoneyUnit
  /// The heading that states another unit.
  public var heading: String
  /// The unit of the heading.
  public var headingUnit: MoneyUnit

  /// Creates the record of a sheet.
  public init(form: String, sheet: String, unit: MoneyUnit, heading: String, headingUnit: MoneyUnit) {
    self.form = form
    self.sheet = sheet
    self.unit = unit
    self.heading = heading
    self.headingUnit = headingUnit
  }

  /// The one of a form, if it has any.
  init?(_ data: FormData, of form: FormDefinition) {
    // Labelled amounts count in the unit of their labels.
    guard let sheet = data.sheet, !form.isBlockForm else { return nil }
    for leaf in form.leaves where leaf.isAmount {
      guard data.rows.contains(where: { $0.amount(leaf.path) != nil }) else { continue }
      for label in leaf.path.labels {
        guard let unit = LabelText.statedUnit(in: label), unit != data.unit else { continue }
        self.init(form: form.form, sheet: sheet, unit: data.unit, heading: label, headingUnit: unit)
        return
      }
    }
    return nil
  }

  /// What there is to say about it.
  public func line(in language: Language) -> String {
    language == .chinese
      ? "\(sheet)：单位行写“\(unit.rawValue)”，栏目“\(heading)”写“\(headingUnit.rawValue)”；金额按栏目所写的单位读取，栏目没有写的按单位行，请核对"
      : "\(sheet): the unit line says \(unit.rawValue), the heading “\(heading)” \(headingUnit.rawValue); amounts were read in the unit of their heading, else in that of the line. Check them"
  }
}
