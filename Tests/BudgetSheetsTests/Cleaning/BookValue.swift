import BudgetSheets
import XlsxPackage

/// What a book says in one cell, whatever the way it is written.
enum BookValue: Hashable, CustomStringConvertible {
  case amount(Amount)
  case text(String)
  /// Something stands there that is not read.
  case unread

  /// Every value of a book, by where it stands.
  static func all(of book: Book) -> [SheetPlace: BookValue] {
    var values: [SheetPlace: BookValue] = [:]
    for form in book.forms {
      guard let sheet = form.sheet else { continue }
      for cell in form.rows.flatMap(\.cells.values) + form.fields.values {
        guard let reference = cell.reference else { continue }
        values[SheetPlace(sheet: sheet, cell: reference)] = BookValue(cell)
      }
    }
    return values
  }

  /// A cell that takes its text from above says that.
  init(_ cell: FormCell) {
    switch cell.value {
    case .amount(let amount): self = .amount(amount)
    case .text(let text): self = .text(text)
    case nil: self = cell.inherited.map { .text($0) } ?? .unread
    }
  }

  var isAmount: Bool { if case .amount = self { true } else { false } }
  var isUnread: Bool { self == .unread }

  /// Whether two cells say the same; nothing, a mark for nothing and zero do.
  static func isSame(_ first: BookValue?, _ second: BookValue?) -> Bool {
    switch (first ?? .unread, second ?? .unread) {
    case (.text(let first), .text(let second)): first.utf8.elementsEqual(second.utf8)
    case (.unread, .amount(let amount)), (.amount(let amount), .unread): amount == .zero
    case (let first, let second): first == second
    }
  }

  var description: String {
    switch self {
    case .amount(let amount): amount.text(in: .万元, decimals: 2)
    case .text(let text): text.debugDescription
    case .unread: "unread"
    }
  }
}

extension Book {
  /// Puts a text in place of that of a cell.
  mutating func put(_ text: String, at place: SheetPlace) {
    for form in forms.indices where forms[form].sheet == place.sheet {
      for row in forms[form].rows.indices {
        for (path, cell) in forms[form].rows[row].cells where cell.reference == place.cell {
          forms[form].rows[row].cells[path]?.value = .text(text)
        }
      }
      for (path, cell) in forms[form].fields where cell.reference == place.cell {
        forms[form].fields[path]?.value = .text(text)
      }
    }
  }

  /// The book without what may silently differ: zeros, marks for nothing, and whether a text is a cell's own or taken from above.
  /// Keys follow from the texts, which are compared.
  func normalised(_ set: FormSet) -> Book {
    var book = self
    for form in book.forms.indices {
      for row in book.forms[form].rows.indices {
        if set.form(book.forms[form].form)?.isBlockForm == true || book.forms[form].rows[row].kind != .fixed {
          book.forms[form].rows[row].key = ""
        }
        book.forms[form].rows[row].cells = book.forms[form].rows[row].cells.compactMapValues(Self.normalised)
      }
      book.forms[form].fields = book.forms[form].fields.compactMapValues(Self.normalised)
    }
    return book
  }

  private static func normalised(_ cell: FormCell) -> FormCell? {
    switch BookValue(cell) {
    case .amount(.zero), .unread: nil
    case .amount(let amount): FormCell(value: .amount(amount))
    case .text(let text): FormCell(value: .text(text))
    }
  }
}
