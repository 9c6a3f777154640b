/// What the command line asks for.
struct Options {
  static let help = """
    scripts/bench [--peers] [--scale 1] [--books 1000] [--slow-books 1000] [--repetitions 5] [--patience 60] [--only NAME]…

      --peers        install the Python peers into Benchmarks/.build/peers first
      --scale        the size of the sheets of cells and the number of small books, 1 for the full table
      --books        how many books of thirteen forms
      --slow-books   how many of them openpyxl gets; its time is multiplied to match, and the table says so
      --repetitions  how often each contestant runs; they take turns
      --patience     a contestant whose first run takes more seconds runs once
      --only         only this comparison: book, books, check-book, check-books, clean-book, clean-books, write-book,
                     write-books, change-book, change-books, change-sheet, issue-book, issue-1, issue-100, issue-5000, numbers, shared, mixed, inline, small; or all
                     that begin alike, as issue
    """

  var scale = "1"
  var books = 1000
  var slowBooks = 1000
  var repetitions = 5
  var patience = 60.0
  var only: [String] = []
  var python = "python3"
  var binaries = ""
  var inputs = ""
  var peers = ""
  var workbook = ""
  /// A workbook that wants to be cleaned.
  var messy = ""

  /// Whether a comparison is to be run.
  func includes(_ name: String) -> Bool {
    only.isEmpty || only.contains { $0 == name || name.hasPrefix($0 + "-") }
  }

  /// Reads the command line; nil where it is wrong.
  init?(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let name = rest.next() {
      guard let value = rest.next() else { return nil }
      switch name {
      case "--scale": scale = value
      case "--books": books = Int(value) ?? 0
      case "--slow-books": slowBooks = Int(value) ?? 0
      case "--repetitions": repetitions = Int(value) ?? 0
      case "--patience": patience = Double(value) ?? 0
      case "--only": only.append(value)
      case "--python": python = value
      case "--binaries": binaries = value
      case "--inputs": inputs = value
      case "--peer-scripts": peers = value
      case "--workbook": workbook = value
      case "--messy": messy = value
      default: return nil
      }
    }
    slowBooks = min(slowBooks, books)
    guard let factor = Double(scale), factor > 0, slowBooks > 0, repetitions > 0, !binaries.isEmpty else { return nil }
  }
}
