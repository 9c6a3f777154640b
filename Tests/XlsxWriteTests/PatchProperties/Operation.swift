import XlsxPackage
import XlsxWrite

/// One change of a workbook. Sheets go by the numbers of the model, so that a list of changes means the same wherever
/// it is cut in two.
enum Operation {
  case set(Int, CellReference, ContentModel)
  case restyle(Int, CellReference, StyleChange)
  case addComment(Int, CellReference, CommentModel)
  case changeComment(Int, CellReference, String)
  case removeComment(Int, CellReference)
  case removeComments(Int, author: String)
  case link(Int, CellReference, LinkModel)
  case rename(Int, String)
  case show(Int, SheetVisibility)
  case move(Int, to: Int)
  case activate(Int)
  case add(SheetModel, at: Int?, isActive: Bool)
  case property(DocumentProperty, String)
  case custom(String, String?)
}

extension Operation {
  /// The sheet that is changed, where one is.
  var sheet: Int? {
    switch self {
    case .set(let id, _, _), .restyle(let id, _, _), .addComment(let id, _, _), .changeComment(let id, _, _),
      .removeComment(let id, _), .removeComments(let id, _), .link(let id, _, _), .rename(let id, _), .show(let id, _),
      .move(let id, _), .activate(let id):
      id
    case .add, .property, .custom: nil
    }
  }

  /// Whether it does the same when it is done again.
  var isRepeatable: Bool {
    switch self {
    case .set, .restyle, .changeComment, .link: true
    default: false
    }
  }

  /// Has a patch do it. `now` is the workbook as far as the patch has come, `end` as it will be written.
  func apply(to patch: WorkbookPatch, now: BookModel, end: BookModel) throws {
    func sheet(_ id: Int) throws -> WorksheetPatch { try patch.worksheet(named: now.sheet(id).name) }
    switch self {
    case .set(let id, let cell, let content): try sheet(id).set(content.patched(end.sheetNames), at: cell)
    case .restyle(let id, let cell, let change): try sheet(id).restyle(cell, change)
    case .addComment(let id, let cell, let comment):
      try sheet(id).addComment(comment.text, author: comment.author, at: cell)
    case .changeComment(let id, let cell, let text): try sheet(id).changeComment(text, at: cell)
    case .removeComment(let id, let cell): try sheet(id).removeComment(at: cell)
    case .removeComments(let id, let author): try sheet(id).removeComments(by: author)
    case .link(let id, let cell, let link):
      try sheet(id).addLink(at: cell, toSheet: end.sheet(link.sheet).name, cell: link.cell, tip: link.tip)
    case .rename(let id, let name): try sheet(id).rename(to: name)
    case .show(let id, let visibility): try sheet(id).setVisibility(visibility)
    case .move(let id, let index): try sheet(id).move(to: index)
    case .activate(let id): try sheet(id).activate()
    case .add(let model, let index, let isActive):
      try patch.addWorksheet(named: model.name, at: index) { sheet in
        try model.write(into: sheet, names: end.sheetNames)
        if isActive { try sheet.activate() }
      }
    case .property(let property, let text): try patch.setProperty(property, to: text)
    case .custom(let name, let text): try patch.setCustomProperty(name, to: text)
    }
  }
}

extension ContentModel {
  func patched(_ names: [Int: String]) -> CellContent {
    switch self {
    case .blank: .nothing
    case .number(let text): .number(text)
    case .text(let text): .text(text)
    case .boolean(let value): .boolean(value)
    case .formula(let formula, let result): .formula("=" + formula.written(names), result)
    }
  }
}

extension BookModel {
  /// Does a change as the documentation says it.
  mutating func apply(_ operation: Operation) {
    switch operation {
    case .set(let id, let place, let content):
      let sheet = index(id)
      let format = sheets[sheet].cells[place]?.format ?? sheets[sheet].columnFormat(place.column)
      // Nothing in a cell that is not there makes no cell.
      if content == .blank, sheets[sheet].cells[place] == nil { return }
      sheets[sheet].cells[place] = CellModel(content: content, format: format)
    case .restyle(let id, let place, let change):
      let sheet = index(id)
      if change == StyleChange() { return }
      var cell =
        sheets[sheet].cells[place]
        ?? CellModel(content: .blank, format: sheets[sheet].columnFormat(place.column))
      cell.format.apply(change)
      sheets[sheet].cells[place] = cell
    case .addComment(let id, let place, let comment): sheets[index(id)].comments[place] = comment
    case .changeComment(let id, let place, let text): sheets[index(id)].comments[place]?.text = text
    case .removeComment(let id, let place): sheets[index(id)].comments[place] = nil
    case .removeComments(let id, let author):
      let sheet = index(id)
      sheets[sheet].comments = sheets[sheet].comments.filter { $0.value.author != author }
    case .link(let id, let place, let link): sheets[index(id)].links[place] = link
    case .rename(let id, let name): sheets[index(id)].name = name
    case .show(let id, let visibility): sheets[index(id)].visibility = visibility
    case .move(let id, let place):
      let sheet = sheets.remove(at: index(id))
      sheets.insert(sheet, at: place)
    case .activate: break
    case .add(let sheet, let place, _): sheets.insert(sheet, at: place ?? sheets.count)
    case .property(let property, let text): properties[property] = text.isEmpty ? nil : text
    case .custom(let name, let text): custom[name] = text
    }
  }
}

extension CellFormat {
  fileprivate mutating func apply(_ change: StyleChange) {
    switch change.fill {
    case .color(let color): fill = color
    case .exactly(let other): fill = other.solidColor
    case StyleChange.FillChange.cleared?: fill = nil
    case nil: break
    }
    switch change.fontColor {
    case .color(let color): font.color = color
    case StyleChange.ColorChange.cleared?: font.color = nil
    case nil: break
    }
    if let format = change.numberFormat { numberFormat = format == "General" ? nil : format }
  }
}
