internal import XlsxPackage

/// What is to be changed about one worksheet's own part.
struct SheetEdits {
  var cells: [CellReference: CellEdit] = [:]
  /// The places within the workbook that cells are to lead to; nil for those whose link is taken away.
  var links: [CellReference: CellLink?] = [:]
  /// The cells that get a comment.
  var commentedCells: [CellReference] = []
  /// The relationship of the drawing that holds the boxes of comments, for a sheet that has none yet.
  var drawing: String?
  /// Whether the sheet's tab is selected; nil leaves it.
  var isSelected: Bool?
  var renames = SheetRenames(of: [])
  /// Whether a sheet that is protected with a password is left alone.
  var respectsProtection = false

  /// Puts new names of sheets into formulas and links that are to be set.
  mutating func rename(_ renames: SheetRenames) {
    for (cell, edit) in cells {
      guard case .formula(let formula, let result)? = edit.content, let renamed = renames.renaming(formula) else {
        continue
      }
      cells[cell]?.content = .formula(renamed, result)
    }
    for (cell, link) in links {
      guard var link, let name = renames.newName(of: link.sheet) else { continue }
      link.sheet = name
      links[cell] = .some(link)
    }
  }

  /// Whether the part is only looked through for what refers to sheets that are taken out.
  var onlySearches: Bool {
    cells.isEmpty && links.isEmpty && drawing == nil && isSelected == nil && renames.changesNothing
  }

  var isEmpty: Bool {
    cells.isEmpty && links.isEmpty && drawing == nil && isSelected == nil && renames.isEmpty && !respectsProtection
  }
}
