import FuzzSupport
import XlsxPackage
import XlsxRead
import XlsxWrite

/// What a patch was told, and what a reader must find for it.
final class PatchModel {
  /// What a worksheet of the file is to become.
  private final class Sheet {
    let patch: WorksheetPatch
    let oldName: String
    var contents: [CellReference: CellContent] = [:]
    var styled: Set<CellReference> = []
    var links: Set<CellReference> = []
    var comments: [CellReference: String?] = [:]

    init(_ patch: WorksheetPatch) {
      self.patch = patch
      oldName = patch.name
    }
  }

  private let patch: WorkbookPatch
  private let oldNames: [String]
  private let sheets: [Sheet]
  private var hasRenames = false
  private var title: String?
  private var custom: [String: String?] = [:]

  init(_ patch: WorkbookPatch) {
    self.patch = patch
    oldNames = patch.sheetNames
    sheets = patch.worksheets.prefix(12).map { Sheet($0) }
  }

  /// Makes one change, if the patch takes it.
  func apply(_ change: PatchChange) {
    switch change.word {
    case "protect": patch.respectsProtection = true
    case "title":
      if (try? patch.setProperty(.title, to: change.text)) != nil { title = change.text }
    case "company": _ = try? patch.setProperty(.company, to: change.text)
    case "custom":
      let value = change.text.isEmpty ? nil : change.text
      let name = change.cell.description
      if (try? patch.setCustomProperty(name, to: value)) != nil { custom[name] = .some(value) }
    case "add":
      try? patch.addWorksheet(named: change.text, at: change.sheet) { sheet in
        try sheet.write(text: change.text, at: change.cell, format: CellFormat(font: CellFont(isBold: true)))
        try sheet.write(formula: "S!A1", number: 1, at: CellReference(row: 5, column: 5))
        if change.cell.row > 2 { try sheet.writeComment("注", author: "a", at: change.cell) }
        if change.cell.column > 2 { try sheet.activate() }
      }
    default:
      guard !sheets.isEmpty else { return }
      apply(change, to: sheets[Int(change.sheet.magnitude % UInt(sheets.count))])
    }
  }

  private func apply(_ change: PatchChange, to sheet: Sheet) {
    let target = sheet.patch
    if let content = change.content {
      if (try? target.set(content, at: change.cell)) != nil { sheet.contents[change.cell] = content }
      return
    }
    switch change.word {
    case "style":
      if (try? target.restyle(change.cell, change.style)) != nil { sheet.styled.insert(change.cell) }
    case "link":
      if (try? target.addLink(at: change.cell, toSheet: change.text, tip: "t")) != nil {
        sheet.links.insert(change.cell)
      }
    case "comment":
      if (try? target.addComment(change.text, author: "b", at: change.cell)) != nil {
        sheet.comments[change.cell] = change.text
      }
    case "answer":
      if (try? target.changeComment(change.text, at: change.cell)) != nil { sheet.comments[change.cell] = change.text }
    case "uncomment":
      if (try? target.removeComment(at: change.cell)) != nil { sheet.comments[change.cell] = .some(nil) }
    case "uncomment-all":
      for cell in (try? target.removeComments(by: change.text)) ?? [] { sheet.comments[cell] = .some(nil) }
    case "rename":
      if (try? target.rename(to: change.text)) != nil { hasRenames = true }
    case "hide": target.setVisibility(.hidden)
    case "bury": target.setVisibility(.veryHidden)
    case "show": target.setVisibility(.visible)
    case "move": try? target.move(to: change.cell.row - 1)
    case "activate": target.activate()
    default: break
    }
  }
}

// MARK: - Comparing

extension PatchModel {
  typealias Contents = (sheets: [SheetContent], others: [String], book: Workbook)

  func compare(_ before: Contents, with output: [UInt8]) {
    guard let after = SheetContent.sheets(of: output) else {
      fatalError("What was changed does not open.")
    }
    compareNames(before, after)
    for sheet in sheets {
      // Two sheets of one name cannot be told apart.
      guard let old = before.sheets.only(where: { $0.name == sheet.oldName }),
        let new = after.sheets.only(where: { $0.name == sheet.patch.name })
      else { continue }
      expect(new.visibility == sheet.patch.visibility, "The sheet \(new.name) is not as visible as it is to be.")
      compareCells(sheet, old, new)
      compareComments(sheet, old, new)
      compareLinks(sheet, old, new)
      if let merges = old.merges { expect(new.merges == merges, "Merges of \(new.name) differ.") }
    }
    compareProperties(before, after)
  }

  private func compareNames(_ before: Contents, _ after: Contents) {
    let old = before.book.worksheets.map(\.name) + before.others
    // Where the patch sees other names than a reader, they mean nothing here.
    guard old.sorted() == oldNames.sorted() else { return }
    let new = after.book.worksheets.map(\.name) + after.others
    expect(new.sorted() == patch.sheetNames.sorted(), "Sheets: \(new), not \(patch.sheetNames)")
    let names = Set(after.book.worksheets.map(\.name)).subtracting(after.others)
    expect(
      after.book.worksheets.map(\.name).filter(names.contains) == patch.sheetNames.filter(names.contains),
      "Sheets stand in another order: \(new), not \(patch.sheetNames)")
  }

  private func compareCells(_ sheet: Sheet, _ old: SheetContent, _ new: SheetContent) {
    guard let cells = old.cells else { return }
    guard let found = new.cells else { fatalError("The sheet \(new.name) cannot be read any more.") }
    let named = sheet.styled.union(sheet.contents.keys)
    let rest = cells.filter { !named.contains($0.cell) }
    let kept = found.filter { !named.contains($0.cell) }
    expect(rest.count == kept.count, "\(new.name) has \(kept.count) other cells, not \(rest.count).")
    for (first, second) in zip(rest, kept) {
      var second = second
      // Names of sheets in them follow.
      if hasRenames, first.formula?.contains("!") == true, second.formula != nil { second.formula = first.formula }
      // A number of a style that was not there means nothing, and may mean something now.
      if first.style == nil {
        second.style = nil
        second.format = first.format
        if first.kind == .number, second.kind == .date { second.kind = .number }
      }
      expect(first == second, "A cell that was not named differs: \(first), \(second)")
    }
    for (cell, content) in sheet.contents {
      let entries = found.filter { $0.cell == cell }
      expect(entries.count <= 1, "The cell \(cell) stands there twice.")
      compare(content, entries.first, cell)
    }
    for cell in sheet.styled where sheet.contents[cell] == nil {
      let (first, second) = (cells.first { $0.cell == cell }, found.first { $0.cell == cell })
      // The number format may make a date of a number. A new cell inside an array formula shows that formula.
      expect(
        (first?.value ?? "") == (second?.value ?? "")
          && (first?.formula == second?.formula || first == nil
            || (hasRenames && first?.formula?.contains("!") == true)),
        "A cell that got other looks differs: \(cell)")
    }
  }

  private func compare(_ content: CellContent, _ entry: SheetContent.Entry?, _ cell: CellReference) {
    let formula = entry?.formula
    let value = entry?.value ?? ""
    let isRight: Bool
    switch content {
    case .nothing: isRight = value.isEmpty && formula == nil && (entry?.kind ?? .blank) == .blank
    case .number(let text):
      isRight =
        value == (text.hasPrefix("+") ? String(text.dropFirst()) : text) && formula == nil
        && (entry?.kind == .number || entry?.kind == .date)
    case .text(let text):
      isRight = value.unicodeScalars.elementsEqual(text.unicodeScalars) && formula == nil && entry?.kind == .text
    case .boolean(let flag): isRight = value == (flag ? "1" : "0") && formula == nil && entry?.kind == .boolean
    case .formula(let text, let result):
      let plain = text.hasPrefix("=") ? String(text.dropFirst()) : text
      // Readers normalize line breaks and what looks like an escape is one; a name of a sheet may have changed.
      let isFormula =
        formula.map { Array($0.unicodeScalars) } == Array(plain.unicodeScalars) || (hasRenames && plain.contains("!"))
      switch result {
      case .number(let number): isRight = isFormula && value == number
      case .text(let text): isRight = isFormula && value == text && entry?.kind == .text
      case .boolean: isRight = isFormula && value == "1"
      case .unknown: isRight = isFormula
      }
    }
    expect(isRight, "The cell \(cell) holds \(String(describing: entry)), not \(content).")
  }

  private func compareComments(_ sheet: Sheet, _ old: SheetContent, _ new: SheetContent) {
    guard let comments = old.comments else { return }
    guard let found = new.comments else { fatalError("The comments of \(new.name) cannot be read any more.") }
    expect(
      comments.filter { sheet.comments[$0.reference] == nil } == found.filter { sheet.comments[$0.reference] == nil },
      "Comments that were not named differ: \(comments), \(found)")
    for (cell, text) in sheet.comments {
      let texts = found.filter { $0.reference == cell }.map(\.text)
      // Of two comments of one cell in the file one was changed.
      if comments.filter({ $0.reference == cell }).count > 1 { continue }
      if let text {
        expect(texts == [text], "The comment of \(cell) is \(texts), not \(text).")
      } else {
        expect(texts.isEmpty, "The comment of \(cell) is still there.")
      }
    }
  }

  private func compareLinks(_ sheet: Sheet, _ old: SheetContent, _ new: SheetContent) {
    guard let links = old.links else { return }
    guard let found = new.links else { fatalError("The links of \(new.name) cannot be read any more.") }
    func isNamed(_ link: Hyperlink) -> Bool { sheet.links.contains(link.range.first) && link.range.count == 1 }
    let (rest, kept) = (links.filter { !isNamed($0) }, found.filter { !isNamed($0) })
    expect(
      rest.map(\.range) == kept.map(\.range) && (hasRenames || rest == kept),
      "Links that were not named differ: \(rest), \(kept)")
    for cell in sheet.links {
      let own = found.filter { $0.range.first == cell && $0.range.count == 1 }
      expect(own.count == 1 && own[0].tooltip == "t", "The link of \(cell) is \(own).")
    }
  }

  private func compareProperties(_ before: Contents, _ after: Contents) {
    if let title, let old = try? before.book.documentProperties() {
      let found = try? after.book.documentProperties()
      expect(
        found?.title ?? "" == title || (title.isEmpty && old.title == nil), "The title is \(found?.title ?? "none").")
    }
    if let old = try? before.book.customProperties() {
      let found = (try? after.book.customProperties()) ?? [:]
      for (name, value) in old where custom[name] == nil {
        expect(found[name] == value, "The property \(name) is \(found[name] ?? "none"), not \(value).")
      }
      for (name, value) in custom {
        expect(found[name] == value, "The property \(name) is \(found[name] ?? "none").")
      }
    }
  }
}

extension CellRange {
  fileprivate var count: Int { first == last ? 1 : 2 }
}

extension Array {
  /// The one element for which something is so; nil where there is none or are several.
  fileprivate func only(where matches: (Element) -> Bool) -> Element? {
    let found = filter(matches)
    return found.count == 1 ? found[0] : nil
  }
}
