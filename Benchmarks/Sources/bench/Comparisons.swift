/// All comparisons, with the commands of each.
struct Comparisons {
  let options: Options
  let peers: Peers

  /// The command that makes the inputs.
  var inputs: [String] {
    [program("subject"), "inputs", folder, options.scale, "\(options.books)", options.workbook, options.messy]
  }

  /// The comparisons, in the order of the report.
  var all: [Comparison] {
    [
      book, books, checkBook, checkBooks, cleanBook, cleanBooks, writeBook, writeBooks, changeBook, changeBooks,
      changeSheet,
    ] + issuing + [
      cells("numbers", "Cells: numbers, 1,000,000 × 10", ["numbers.xlsx"]),
      cells("shared", "Cells: shared strings, 300,000 × 10", ["shared.xlsx"]),
      cells("mixed", "Cells: mixed, 200,000 × 20", ["mixed.xlsx"]),
      cells("inline", "Cells: inline strings, 300,000 × 10", ["inline.xlsx"]),
      cells("small", "Cells: 1,000 small books (13 sheets × 40 rows × 8)", ["small"]),
    ]
  }

  var folder: String { "\(options.inputs)/scale-\(options.scale)-books-\(options.books)" }
  var written: String { folder + "/written" }

  func program(_ name: String) -> String { "\(options.binaries)/\(name)" }

  func python(_ script: String, _ arguments: [String]) -> [String] {
    [peers.python, "\(options.peers)/\(script)"] + arguments
  }

  /// Two processes that share the work; the script's arguments come first.
  private func pair(_ script: String, _ arguments: [String]) -> [[String]] {
    (0..<2).map { python(script, arguments + ["--share", "\($0)/2"]) }
  }
}

extension Comparisons {
  private var book: Comparison {
    var contestants = [
      Comparison.Contestant(
        name: "BudgetSheets: recognised into a book",
        commands: [[program("subject"), "read-book", options.workbook, "200"]]),
      Comparison.Contestant(
        name: "XlsxRead: every cell", commands: [[program("subject"), "read-cells", options.workbook, "200"]]),
    ]
    func add(_ name: String, _ how: String, _ count: Int) {
      contestants.append(
        .init(name: name, commands: [python("read.py", [how, options.workbook, "--each", "\(count)"])]))
    }
    if peers.hasOpenpyxl {
      add("openpyxl, values and formulas", "openpyxl", 20)
      add("openpyxl, data_only", "openpyxl-values", 20)
    }
    if peers.hasCalamine { add("python-calamine", "calamine", 100) }
    return Comparison(name: "book", title: "Reading the 13-form book, in one process", contestants: contestants)
  }

  private var checkBook: Comparison {
    func work(_ name: String, _ what: String) -> Comparison.Contestant {
      Comparison.Contestant(name: name, commands: [[program("subject"), what, options.workbook, "200"]])
    }
    return Comparison(
      name: "check-book", title: "Checking the 13-form book, in one process",
      contestants: [work("read", "read-book"), work("read and checked, causes and all", "check-book")])
  }

  private var checkBooks: Comparison {
    func sheets(_ name: String, _ arguments: [String]) -> Comparison.Contestant {
      Comparison.Contestant(
        name: name,
        commands: [[program("sheets"), arguments[0], folder + "/books", "--format", "ndjson"] + arguments[1...]]
      )
    }
    return Comparison(
      name: "check-books", title: "Checking \(options.books) books, the whole process",
      contestants: [
        sheets("sheets read, all cores", ["read"]), sheets("sheets check, all cores", ["check"]),
        sheets("sheets check, one job", ["check", "--jobs", "1"]),
      ])
  }

  private var cleanBook: Comparison {
    func work(_ name: String, _ what: String) -> Comparison.Contestant {
      Comparison.Contestant(name: name, commands: [[program("subject"), what, options.messy, "200"]])
    }
    return Comparison(
      name: "clean-book", title: "Cleaning a messy book of 13 forms, in one process",
      contestants: [
        work("read", "read-book"), work("read and checked", "check-book"),
        work("cleaned: read, checked, repaired, read and checked again", "clean-book"),
      ])
  }

  private var cleanBooks: Comparison {
    func sheets(_ name: String, _ arguments: [String]) -> Comparison.Contestant {
      Comparison.Contestant(
        name: name, commands: [[program("sheets"), arguments[0], folder + "/messy"] + arguments[1...]])
    }
    let clean = ["clean", "-o", written + "/cleaned", "--apply", "all", "--force"]
    return Comparison(
      name: "clean-books", title: "Cleaning \(options.books) messy books, the whole process",
      contestants: [
        sheets("sheets check, all cores", ["check", "--format", "ndjson"]), sheets("sheets clean, all cores", clean),
        sheets("sheets clean, one job", clean + ["--jobs", "1"]),
      ])
  }

  private var books: Comparison {
    let folder = folder + "/books"
    let sheets = [program("sheets"), "read", folder, "--format", "ndjson"]
    var contestants = [
      Comparison.Contestant(name: "sheets read, all cores", commands: [sheets]),
      Comparison.Contestant(name: "sheets read, one job", commands: [sheets + ["--jobs", "1"]]),
    ]
    func add(_ name: String, _ how: String, _ count: Int) {
      let arguments = [how, folder, "--first", "\(count)"]
      addPeer(name, count, to: &contestants, one: [python("read.py", arguments)], two: pair("read.py", arguments))
    }
    if peers.hasOpenpyxl {
      add("openpyxl", "openpyxl", options.slowBooks)
      add("openpyxl, data_only", "openpyxl-values", options.slowBooks)
    }
    if peers.hasCalamine { add("python-calamine", "calamine", options.books) }
    return Comparison(
      name: "books", title: "Reading \(options.books) books, the whole process", contestants: contestants)
  }

  private var writeBook: Comparison {
    var contestants = [
      Comparison.Contestant(
        name: "BudgetSheets", commands: [[program("subject"), "write-book", options.workbook, "100"]])
    ]
    for library in writers {
      contestants.append(
        .init(name: library, commands: [python("write.py", [library, pattern, "10", written, "--each"])]))
    }
    return Comparison(name: "write-book", title: "Writing the 13-form book, in one process", contestants: contestants)
  }

  private var writeBooks: Comparison {
    func ours(_ jobs: Int) -> [[String]] {
      [[program("subject"), "write-books", options.workbook, "\(options.books)", "\(jobs)", written]]
    }
    var contestants = [
      Comparison.Contestant(name: "BudgetSheets, two jobs", commands: ours(2)),
      Comparison.Contestant(name: "BudgetSheets, one job", commands: ours(1)),
    ]
    for library in writers {
      let count = library == "openpyxl" ? options.slowBooks : options.books
      let arguments = [library, pattern, "\(count)", written]
      addPeer(library, count, to: &contestants, one: [python("write.py", arguments)], two: pair("write.py", arguments))
    }
    return Comparison(
      name: "write-books", title: "Writing \(options.books) books, the whole process", contestants: contestants)
  }

  /// Adds a peer in one process and in two, which does perhaps fewer books.
  private func addPeer(
    _ name: String, _ count: Int, to contestants: inout [Comparison.Contestant], one: [[String]], two: [[String]]
  ) {
    let factor = Double(options.books) / Double(count)
    let note = count == options.books ? "" : " (\(count) books done)"
    contestants.append(.init(name: name + ", 1 process" + note, commands: one, factor: factor))
    contestants.append(.init(name: name + ", 2 processes" + note, commands: two, factor: factor))
  }

  /// A number, a look and a comment in the first sheet.
  private var change: [String] {
    ["number", "#1", "B7", "634.34", "fill", "#1", "B7", "FFC7CE", "comment", "#1", "B7", "634.34"]
  }

  private var changeBook: Comparison {
    let out = written + "/changed.xlsx"
    var contestants = [
      Comparison.Contestant(
        name: "WorkbookPatch", commands: [[program("patch"), "--each", "200", options.workbook, out] + change])
    ]
    if peers.hasOpenpyxl {
      contestants.append(
        .init(
          name: "openpyxl, load and save",
          commands: [python("change.py", [options.workbook, out, "1", "B7", "--each", "20"])]))
    }
    return Comparison(
      name: "change-book", title: "Changing three things in the 13-form book, in one process", contestants: contestants)
  }

  private var changeBooks: Comparison {
    let books = folder + "/books"
    let out = written + "/changed.xlsx"
    var contestants = [
      Comparison.Contestant(
        name: "WorkbookPatch", commands: [[program("patch"), "--folder", books, written] + change]),
      .init(
        name: "libzip, that sheet packed again",
        commands: [[program("repack"), "xl/worksheets/sheet1.xml", out, books]]),
    ]
    if peers.hasOpenpyxl {
      let arguments = [books, out, "1", "B7", "--first", "\(options.slowBooks)"]
      addPeer(
        "openpyxl, load and save", options.slowBooks, to: &contestants, one: [python("change.py", arguments)],
        two: (0..<2).map {
          python("change.py", [books, "\(written)/\($0).xlsx"] + arguments[2...] + ["--share", "\($0)/2"])
        })
    }
    return Comparison(
      name: "change-books", title: "Changing \(options.books) books, the whole process", contestants: contestants)
  }

  private var changeSheet: Comparison {
    let sheet = folder + "/mixed.xlsx"
    let out = written + "/changed.xlsx"
    var contestants = [
      Comparison.Contestant(name: "WorkbookPatch", commands: [[program("patch"), sheet, out] + change]),
      .init(
        name: "libzip, that sheet packed again",
        commands: [[program("repack"), "xl/worksheets/sheet1.xml", out, sheet]]),
      .init(name: "XlsxRead, reading it", commands: [[program("cells"), sheet]]),
    ]
    if peers.hasOpenpyxl {
      contestants.append(
        .init(name: "openpyxl, load and save", commands: [python("change.py", [sheet, out, "1", "B7"])]))
    }
    return Comparison(
      name: "change-sheet", title: "Changing three things in a sheet of 200,000 × 20 cells", contestants: contestants)
  }

  /// The workbook that the peers copy: ours, as making the inputs has written it.
  private var pattern: String { folder + "/pattern.xlsx" }

  var writers: [String] {
    (peers.hasOpenpyxl ? ["openpyxl"] : []) + (peers.hasXlsxWriter ? ["XlsxWriter"] : [])
  }

  private func cells(_ name: String, _ title: String, _ files: [String]) -> Comparison {
    let paths = files.map { folder + "/" + $0 }
    var contestants = [
      Comparison.Contestant(name: "XlsxRead", commands: [[program("cells")] + paths]),
      Comparison.Contestant(
        name: "XlsxRead, layout() alone", commands: [[program("cells"), "--layout"] + paths]),
      Comparison.Contestant(name: "libzip + libxml2, empty callbacks", commands: [[program("floor")] + paths]),
    ]
    if peers.hasFastexcel {
      contestants.append(
        .init(name: "fastexcel, to Arrow", commands: [python("read.py", ["fastexcel"] + paths)]))
    }
    if peers.hasCalamine {
      contestants.append(.init(name: "python-calamine", commands: [python("read.py", ["calamine"] + paths)]))
    }
    if peers.hasOpenpyxl {
      contestants.append(
        .init(name: "openpyxl, read_only", commands: [python("read.py", ["openpyxl-read-only"] + paths)]))
    }
    return Comparison(
      name: name, title: options.scale == "1" ? title : "\(title), at \(options.scale) of the size",
      contestants: contestants)
  }
}
