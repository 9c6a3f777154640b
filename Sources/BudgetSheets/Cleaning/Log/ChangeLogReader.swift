import XlsxPackage

/// Reads one line of a log.
struct ChangeLogReader {
  private let line: Int
  private let members: JSONMembers

  /// The log that a line makes by itself, with its one change.
  static func log(of bytes: [UInt8], line: Int) throws(ChangeLogError) -> ChangeLog {
    if bytes.last == UInt8(ascii: "\r") { throw ChangeLogError(.carriageReturn, line: line) }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { throw ChangeLogError(.blankLine, line: line) }
    return try ChangeLogReader(bytes, line: line).log()
  }

  private init(_ bytes: [UInt8], line: Int) throws(ChangeLogError) {
    self.line = line
    do throws(BookFormatError) { members = try JSONMembers(open: try JSONParser.value(of: bytes)) } catch {
      var problem = error.problem
      // The parser sees this line alone.
      if case .notJSON(_, let column, let expected) = problem {
        problem = .notJSON(line: line, column: column, expected: expected)
      }
      throw ChangeLogError(.json(BookFormatError(problem)), line: line)
    }
  }

  private func log() throws(ChangeLogError) -> ChangeLog {
    let version = try text("log")
    if version != ChangeLog.format { throw error(.versionUnknown(version)) }
    return ChangeLog(
      file: try text("file"), sha256: try hash("sha256"), cleanedSHA256: try hash("cleaned_sha256"),
      set: try text("set"),
      changes: [try change()])
  }

  private func change() throws(ChangeLogError) -> CellChange {
    let place = Place(
      form: try optionalText("form"), sheet: try text("sheet"), cell: try cell(), row: try row(),
      path: try path())
    let (before, after) = (try state("before"), try state("after"))
    let standard = try standard()
    let codeText = try text("code")
    guard let code = RepairCode(rawValue: codeText) else { throw error(.codeUnknown(codeText)) }
    try checkClass()
    let details = try details()
    // It is told anew from the code and the details.
    _ = try text("reason")
    return CellChange(
      code: code, place: place, before: before, after: after, details: details, standardPlace: standard)
  }

  private func row() throws(ChangeLogError) -> RowName? {
    let (key, name) = (try optionalText("row"), try optionalText("row_name"))
    if let key, let name { return RowName(key: key, name: name) }
    if key == nil, name == nil { return nil }
    throw error(BookFormatError(.memberMissing(key == nil ? "row" : "row_name")))
  }

  private func path() throws(ChangeLogError) -> LabelPath? {
    guard let text = try optionalText("path") else { return nil }
    guard let path = LabelPath(text: text) else { throw error(.pathMalformed(text)) }
    return path
  }

  private func state(_ name: String) throws(ChangeLogError) -> CellState {
    let state: CellState
    do throws(BookFormatError) {
      let members = try object(name)
      do throws(BookFormatError) {
        guard let kind = try members.choice("type", CellState.Kind.self) else {
          throw BookFormatError(.memberMissing("type"))
        }
        state = CellState(
          kind: kind, text: try members.requiredText("raw"), format: try members.requiredText("format"),
          formula: try members.text("formula"))
      } catch {
        throw error.inside(name)
      }
    } catch {
      throw self.error(error)
    }
    if !state.isWellFormed { throw error(.stateMalformed(state.kind, state.text)) }
    return state
  }

  private func standard() throws(ChangeLogError) -> Place? {
    if members["standard"] == nil { return nil }
    do throws(BookFormatError) {
      let members = try object("standard")
      do throws(BookFormatError) {
        guard let cell = try members.reference("cell") else { throw BookFormatError(.memberMissing("cell")) }
        return Place(sheet: try members.requiredText("sheet"), cell: cell)
      } catch {
        throw error.inside("standard")
      }
    } catch {
      throw self.error(error)
    }
  }

  private func details() throws(ChangeLogError) -> [String: String] {
    var details: [String: String] = [:]
    do throws(BookFormatError) {
      for member in try members.object("details") {
        guard case .string(let text) = member.value else {
          throw BookFormatError(.expected("a string", found: member.value.typeName)).inside(member.name).inside(
            "details")
        }
        details[member.name] = text
      }
    } catch {
      throw self.error(error)
    }
    return details
  }

  /// A later version may put a repair into another class, so that only the word is looked at.
  private func checkClass() throws(ChangeLogError) {
    do throws(BookFormatError) {
      if try members.choice("class", RepairClass.self) == nil { throw BookFormatError(.memberMissing("class")) }
    } catch {
      throw self.error(error)
    }
  }

  private func object(_ name: String) throws(BookFormatError) -> JSONMembers {
    guard let value = members[name] else { throw BookFormatError(.memberMissing(name)) }
    do throws(BookFormatError) { return try JSONMembers(open: value) } catch { throw error.inside(name) }
  }

  private func cell() throws(ChangeLogError) -> CellReference {
    do throws(BookFormatError) {
      guard let cell = try members.reference("cell") else { throw BookFormatError(.memberMissing("cell")) }
      return cell
    } catch {
      throw self.error(error)
    }
  }

  private func hash(_ name: String) throws(ChangeLogError) -> String {
    let text = try text(name)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    guard text.utf8.count == 64, text.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) }) else {
      throw error(.hashMalformed(text))
    }
    return text
  }

  private func text(_ name: String) throws(ChangeLogError) -> String {
    do throws(BookFormatError) { return try members.requiredText(name) } catch { throw self.error(error) }
  }

  private func optionalText(_ name: String) throws(ChangeLogError) -> String? {
    do throws(BookFormatError) { return try members.text(name) } catch { throw self.error(error) }
  }

  private func error(_ problem: ChangeLogError.Problem) -> ChangeLogError { ChangeLogError(problem, line: line) }

  private func error(_ error: BookFormatError) -> ChangeLogError { ChangeLogError(.json(error), line: line) }
}
