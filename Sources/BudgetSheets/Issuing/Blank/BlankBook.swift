/// The book that an issued workbook shows: the rows that are printed before anybody has filled anything in.
struct BlankBook {
  /// The book; its free rows are the total, department and unit rows, those known from the year before, and empty ones.
  private(set) var book: Book
  /// The numbers of free rows after which a guard row stands, by form.
  private(set) var guards: [String: Set<Int>] = [:]

  /// The blank book of an order.
  init(_ order: IssueOrder, set: FormSet) {
    book = Book(set: set.name, year: order.year, department: order.department.name)
    for form in set.forms { book.forms.append(FormData(form: form.form, unit: set.unit)) }
  }
}
