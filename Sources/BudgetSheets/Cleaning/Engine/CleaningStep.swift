/// A workbook as it is by now, and what is to be changed about it.
struct CleaningStep {
  let reading: BookReading
  let work: CleaningWork
  /// The cells that all steps so far were about; what was blanked is none of the later ones.
  let sites: [CellSite]
  /// The changes of all steps so far.
  let changes: [CellChange]
  /// How many of them were made before this step.
  let known: Int

  /// Whether there is something to be changed.
  var isOpen: Bool { changes.count > known }
}
