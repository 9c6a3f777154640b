import FuzzSupport
import XlsxPackage
import XlsxRead
import XlsxWrite

/// Makes the changes and looks at what has come of them; traps where something is not as it should be.
struct PatchRun {
  private static let limits: PatchLimits = {
    var limits = PatchLimits.default
    limits.expandedPartBytes = 1 << 24
    limits.keptPartBytes = 1 << 22
    return limits
  }()

  let input: PatchInput

  init(_ input: PatchInput) { self.input = input }

  func check() {
    let package = input.package
    guard let patch = open(package) else { return }
    expectNothing(patch, package)
    let model = PatchModel(patch)
    for change in input.changes { model.apply(change) }
    let output: [UInt8]
    do throws(XlsxWriteError) { output = try patch.bytes() } catch {
      if error.code == .library, Self.isReadable(package) {
        fatalError("A workbook that can be read cannot be changed for a fault of ours: \(error)")
      }
      return
    }
    if let again = try? patch.bytes() {
      expect(again == output, "The same changes give other bytes.")
    } else {
      fatalError("The same changes cannot be made again.")
    }
    if let before = SheetContent.sheets(of: package) { model.compare(before, with: output) }
    if let next = open(output) {
      expectNothing(next, output)
    } else {
      fatalError("What was changed cannot be changed again.")
    }
    if input.blanks > 0 { compareWithoutBlanks(output) }
  }

  private func open(_ bytes: [UInt8]) -> WorkbookPatch? {
    try? WorkbookPatch(ofBytes: bytes, name: "fuzz.xlsx", limits: Self.limits)
  }

  /// A patch without changes gives the same bytes.
  private func expectNothing(_ patch: WorkbookPatch, _ bytes: [UInt8]) {
    do throws(XlsxWriteError) {
      let same = try patch.bytes()
      expect(same == bytes, "A patch without changes changes something.")
    } catch {
      fatalError("A patch without changes fails: \(error)")
    }
  }

  /// Whether a reader takes all of a workbook.
  private static func isReadable(_ bytes: [UInt8]) -> Bool {
    guard let (sheets, _, book) = SheetContent.sheets(of: bytes) else { return false }
    return sheets.allSatisfy { $0.cells != nil && $0.comments != nil } && (try? book.definedNames()) != nil
      && (try? book.documentProperties()) != nil && (try? book.customProperties()) != nil
  }

  /// Where a piece ends and whether a sheet is packed ahead makes no difference.
  private func compareWithoutBlanks(_ output: [UInt8]) {
    guard let patch = open(input.package(blanks: 0)) else { return }
    let model = PatchModel(patch)
    for change in input.changes { model.apply(change) }
    guard let other = try? patch.bytes() else {
      fatalError("Changes that can be made behind blanks cannot be made without them.")
    }
    guard let sheets = SheetContent.sheets(of: output), let others = SheetContent.sheets(of: other) else { return }
    for (sheet, other) in zip(sheets.sheets, others.sheets) {
      expect(sheet.cells == other.cells, "Cells differ behind blanks: \(sheet.name)")
      expect(sheet.links == other.links, "Links differ behind blanks: \(sheet.name)")
    }
  }
}
