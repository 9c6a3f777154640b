import XlsxWrite

/// How a sheet fits onto pages of A4.
enum PageFit {
  static let margins = PrintSetup.Margins(left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35)

  /// How many pages a sheet takes below one another once it is shrunk to the width of one.
  static func pages(of plan: SheetPlan) -> Double {
    let (short, long) = (8.27, 11.69)
    let isPortrait = plan.orientation == .portrait
    let width = ((isPortrait ? short : long) - margins.left - margins.right) * 72
    let height = ((isPortrait ? long : short) - margins.top - margins.bottom) * 72
    // A unit of column width takes 8 pixels of 0.75 points, and each column 5 more.
    let needed = plan.widths.reduce(0) { $0 + $1 * 6 + 3.75 }
    let scale = min(1, width / max(needed, 1))
    return plan.heights.values.reduce(0, +) * scale / height
  }
}
