import XlsxPackage

/// Tells what was done to the form of an issued workbook that is not there to be filled in.
struct FormInspection {
  /// How many cells a finding names.
  static let namedCells = 5

  private let grid: SheetGrid
  private let form: FormDefinition
  private let data: FormData
  private let frame: FrameReader
  private let match: HeaderMatcher.Match?
  private let set: FormSet
  private let year: String

  /// Prepares the inspection of a form as it was read.
  ///
  /// - Parameter year: The year for which it was issued.
  init(
    _ data: FormData, _ grid: SheetGrid, form: FormDefinition, frame: FrameReader, match: HeaderMatcher.Match?,
    set: FormSet, year: String
  ) {
    self.data = data
    self.grid = grid
    self.form = form
    self.frame = frame
    self.match = match
    self.set = set
    self.year = year
  }

  /// Tells what was changed: one finding for each kind.
  func report(into scan: inout SheetScan) {
    let told = scan.findings.filter { $0.code == .labelDiffers }.compactMap(\.cell)
    var texts = PrintedTexts(grid: grid, form: form, year: year, told: Set(told))
    if let match {
      texts.compareFrame(frame, above: match.band.lowerBound)
      texts.compareHeadings(form.columns, match)
      texts.compareRows(data.rows)
    } else {
      let layout = BlockLayout(grid: grid, form: form, synonyms: set.synonyms)
      texts.compareFrame(frame, above: layout.starts.compactMap { $0?.row }.min() ?? .max)
      texts.compareBlocks(layout)
    }
    if let first = texts.changes.first {
      scan.report(
        .printedTextChanged, at: first.cell,
        [
          "expected": first.expected, "text": first.text, "count": "\(texts.changes.count)",
          "cells": Self.names(texts.changes.compactMap(\.cell)),
        ])
    }
    let formulas = IssuedFormulas(data, form: form)
    if let first = formulas.replaced.first {
      scan.report(
        .formulaReplaced, at: first,
        ["count": "\(formulas.replaced.count)", "cells": Self.names(formulas.replaced)])
    }
    if let first = formulas.changed.first {
      scan.report(
        .formulaChanged, at: first.cell,
        [
          "formula": first.formula, "count": "\(formulas.changed.count)",
          "cells": Self.names(formulas.changed.map(\.cell)),
        ])
    }
  }

  /// The first of some cells.
  static func names(_ cells: [CellReference]) -> String {
    cells.prefix(namedCells).map { "\($0)" }.joined(separator: "、") + (cells.count > namedCells ? "…" : "")
  }
}
