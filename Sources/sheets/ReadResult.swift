import BudgetSheets
import XlsxRead

/// What reading one file came to.
struct ReadResult: Sendable {
  var path: String
  var outcome: Result<Book, BookReadError>

  /// Reads a file.
  init(path: String, reader: BookReader) {
    self.path = path
    do throws(BookReadError) {
      outcome = .success(try reader.read(path: path))
    } catch {
      outcome = .failure(error)
    }
  }

  /// The exit status that the file calls for.
  var status: ExitStatus {
    switch outcome {
    case .success(let book): book.findings.contains(where: \.meansUnreadForm) ? .notChecked : .success
    case .failure(let error): error.status
    }
  }
}

extension BookReadError {
  /// The exit status that the error calls for.
  var status: ExitStatus {
    if case .file(let error) = self, error.code == .fileNotFound || error.code == .fileUnreadable { return .noInput }
    return .notAWorkbook
  }

  /// The error with another name of the file.
  func named(_ name: String) -> BookReadError {
    switch self {
    case .file(var error):
      error.file = name
      return .file(error)
    case .noCells: return .noCells(file: name)
    case .noForm: return .noForm(file: name)
    case .severalSets(_, let sets): return .severalSets(file: name, sets: sets)
    }
  }

  /// A stable name of the error, for machines.
  var name: String {
    switch self {
    case .file(let error): error.code.rawValue
    case .noForm, .noCells: FindingCode.noFormInWorkbook.rawValue
    case .severalSets: FindingCode.severalFormSets.rawValue
    }
  }
}

extension Finding {
  /// Whether it says that a form, a column or a row could not be read as a whole.
  var meansUnreadForm: Bool {
    switch code {
    case .formTwice, .headerNotMatched, .formAmbiguous, .columnAmbiguous, .columnMissing, .rowTwice, .unitUnclear: true
    default: false
    }
  }

  /// Whether it says that something in the workbook was not taken: it is not among the forms, and no sum holds it.
  var meansNotTaken: Bool {
    if meansUnread { return true }
    switch code {
    case .sheetOfOtherSet, .columnUnknown, .rowUnknown, .numberOutside, .amountBelowNotes: return true
    default: return false
    }
  }

  /// Whether it says that a whole sheet was not read.
  var meansUnreadSheet: Bool {
    switch code {
    case .sheetOfOtherSet, .formTwice, .headerNotMatched, .formAmbiguous: true
    default: false
    }
  }

  /// Whether it says that a value, or more than one, could not be read.
  var meansUnread: Bool {
    if meansUnreadForm { return true }
    switch code {
    case .amountUnreadable, .amountWithoutUnit, .amountAsDate, .amountTooLarge, .codeDamaged, .errorValue,
      .formulaWithoutValue:
      return true
    default: return false
    }
  }
}

extension Book {
  /// How much was read and found, in one line.
  func summary(_ options: CommonOptions) -> String {
    let department = department.isEmpty ? options.say("（未写明部门）", "(no department named)") : department
    let counts = Finding.Level.allCases.map { level in findings.count { $0.level == level } }
    return options.say(
      "\(file ?? "")：\(set)，\(department)，\(forms.count) 张表；错误 \(counts[0]) · 需说明 \(counts[1]) · 提示 \(counts[2])；表外 \(outside.count) 格",
      "\(file ?? ""): \(set), \(department), \(forms.count) forms; errors \(counts[0]) · warnings \(counts[1]) · notes \(counts[2]); \(outside.count) cells outside the forms"
    )
  }
}
