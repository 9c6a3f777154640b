/// What is wrong with a book in JSON, and where.
public struct BookFormatError: Error, Sendable, Hashable {
  /// What is wrong.
  public var problem: Problem
  /// The place in the JSON, as `forms[2].rows[5].cells["合计"].value`; empty for the whole of it.
  public var path: String
  /// The number of the form; nil where it is not about one.
  public var form: String?
  /// The row within its form, counted from 1.
  public var row: Int?

  /// The kinds of mistake a book in JSON can hold.
  public enum Problem: Sendable, Hashable {
    case notJSON(line: Int, column: Int, expected: String)
    case expected(String, found: String)
    case memberMissing(String)
    case memberUnknown(String, suggestion: String?)
    case formatUnknown(String)
    case versionUnknown(String, known: String)
    case setUnknown(String, known: [String])
    case setVersionUnknown(String, known: [String])
    case definition(DefinitionError)
    case formUnknown(String, suggestion: String?, known: [String])
    case formTwice(String)
    case pathUnknown(String, suggestion: String?)
    case pathAmbiguous(String, candidates: [String])
    case pathTwice(String)
    case valueUnknown(String, allowed: [String], suggestion: String?)
    case amountUnquoted(String)
    case textUnquoted(String)
    case amountMalformed(String, unit: MoneyUnit)
    case cellMalformed(String)
    case paneMissing([String])
    case rowUnknown(String, suggestion: String?)
    case rowUnnamed
    case rowAmbiguous(String, keys: [String])
    case keyTwice(String)
    case keyDiffers(String, cells: String)
    case differs(String, expected: String?)
  }

  init(_ problem: Problem) {
    self.problem = problem
    path = ""
  }

  /// The same error, seen from outside a member or an element.
  func inside(_ step: String) -> BookFormatError {
    var error = self
    error.path = path.isEmpty || path.hasPrefix("[") ? step + path : step + "." + path
    return error
  }

  /// The sentence in a language, after the place.
  public func line(in language: Language) -> String {
    var places: [String] = []
    if let form { places.append(language == .chinese ? "表\(form)" : "form \(form)") }
    if let row { places.append(language == .chinese ? "第\(row)行" : "row \(row)") }
    var place = path
    if !places.isEmpty {
      let text = places.joined(separator: language == .chinese ? "" : ", ")
      place += language == .chinese ? "（\(text)）" : " (\(text))"
    }
    let sentence = language == .chinese ? problem.sentences.chinese : problem.sentences.english
    return place.isEmpty ? sentence : place + (language == .chinese ? "：" : ": ") + sentence
  }
}

extension BookFormatError: CustomStringConvertible {
  /// The English line.
  public var description: String { line(in: .english) }
}
