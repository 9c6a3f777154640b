extension BudgetBook {
  /// The typed models of a book.
  ///
  /// - Throws: A `DecodingError` where the book holds a form, a column or a field for which the models have no property.
  public init(_ book: Book) throws {
    var entries: [ModelValue.Entry] = [
      .init(name: ModelNames.set, value: .text(book.set)), .init(name: ModelNames.year, value: .text(book.year)),
      .init(name: ModelNames.department, value: .text(book.department)),
    ]
    for form in book.forms { entries.append(.init(name: form.form, value: form.modelValue)) }
    self = try ModelDecoder.decode(BudgetBook.self, from: .object(entries))
  }
}

extension Book {
  /// Creates a book from typed models.
  ///
  /// - Parameters:
  ///   - models: The models.
  ///   - unit: The unit in which the sheets are to state their amounts; those of the original where there is one.
  ///   - original: The book that they were decoded from, for what they do not carry: see
  ///     ``FormData/init(encoding:form:unit:over:)``. File, outside cells and findings are taken from it too.
  /// - Throws: An `EncodingError` where a model holds what a form cannot.
  public init(encoding models: BudgetBook, unit: MoneyUnit = .万元, over original: Book? = nil) throws {
    self.init(
      file: original?.file, set: models.set, year: models.year, department: models.department,
      outside: original?.outside ?? [], findings: original?.findings ?? [])
    let value = try ModelEncoder.value(of: models)
    guard case .object(let entries) = value else { throw ModelValue.misfit(value, "a book") }
    for entry in entries where !ModelNames.ofBook.contains(entry.name) && entry.value != .null {
      let data = original?.form(entry.name)
      var form = try FormData(value: entry.value, form: entry.name, unit: data?.unit ?? unit)
      if let data { form.takeFacts(from: data) }
      forms.append(form)
    }
  }
}
