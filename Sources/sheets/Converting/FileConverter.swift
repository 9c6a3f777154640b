import BudgetSheets

/// Converts single files; a value that every task may use.
struct FileConverter: Sendable {
  let reader: BookReader
  /// The converters into the newer set, by the names of the older ones.
  let converters: [String: BookConverter]
  /// The newer set.
  let target: FormSet
  let options: CommonOptions
  let format: ConvertFormat
  let style: TextStyle
  let listsAll: Bool
  /// Whether the files are several: each is told in a block then.
  let isBatch: Bool
  let copies: ConvertedCopies

  /// Converts a file, writes the result, and puts into words what was done.
  func convert(_ path: String) -> ConvertOutcome {
    do throws(OutputError) {
      // What cannot be written is told before the work, not after it.
      return try convert(path, to: try copies.path(of: path))
    } catch {
      return failure(path, .cannotWrite, code: "notWritten", error.line(options))
    }
  }

  private func convert(_ path: String, to output: String) throws(OutputError) -> ConvertOutcome {
    let result = ReadResult(path: path, reader: reader)
    let book: Book
    switch result.outcome {
    case .success(let read): book = read
    case .failure(let error):
      let named = isBatch ? error.named(path) : error
      return failure(path, error.status, code: error.name, named.line(in: options.language))
    }
    if book.set == target.name { return failure(path, .notAWorkbook, code: "sameSet", sameSet(path)) }
    guard let converter = converters[book.set] else {
      return failure(path, .notAWorkbook, code: "noMapping", noMapping(path, book.set))
    }
    let conversion = converter.convert(book)
    let trip: RoundTrip
    do throws(RoundTripError) {
      trip = try RoundTrip(of: conversion.book, set: target, limits: reader.limits)
    } catch {
      return failure(
        path, .bug, code: "disagrees", "\(path)" + options.say("：", ": ") + error.line(in: options.language))
    }
    let file = try ResultOutput(path: output, places: copies.places)
    try file.write(bytes: trip.bytes)
    try file.finish()
    return outcome(path, output, converter, conversion, trip, reading: book.findings)
  }

  private func outcome(
    _ path: String, _ output: String, _ converter: BookConverter, _ conversion: BookConversion, _ trip: RoundTrip,
    reading: [Finding]
  ) -> ConvertOutcome {
    let told = reading.filter { $0.meansNotTaken || $0.level == .error }
    let text = ConvertText(
      path: isBatch ? path : conversion.book.file ?? path, output: output, from: converter.from, to: target,
      conversion: conversion, lost: Self.lost(trip, conversion), findings: told + trip.findings, options: options,
      style: style, listsAll: listsAll)
    var outcome = ConvertOutcome(path: path, status: .success, summary: text.summary, output: output)
    if text.hasLoss { outcome.status.worsen(to: .findings) }
    if told.contains(where: \.meansNotTaken) || conversion.left.contains(where: { $0.reason == .unreadable }) {
      outcome.status.worsen(to: .notChecked)
    }
    outcome.needsPerson = outcome.status != .success
    switch format {
    case .text: outcome.text = text.lines.joined(separator: "\n") + "\n" + (isBatch ? "\n" : "")
    case .json:
      outcome.text = conversion.json(
        from: converter.from, to: target, file: path, output: output, findings: told + trip.findings,
        language: options.language)
      if !isBatch { outcome.text += "\n" }
    }
    return outcome
  }

  /// What the written workbook, read again, does not say; what could not be read before is told as that.
  private static func lost(_ trip: RoundTrip, _ conversion: BookConversion) -> [BookDifference] {
    let told = Set(conversion.left.compactMap { left in left.cell.map { "\(left.sheet ?? "")!\($0)" } })
    return trip.comparison.differences.filter { difference in
      guard difference.isLoss else { return false }
      return !(difference.cell.map { told.contains("\(difference.sheet ?? "")!\($0)") } ?? false)
    }
  }

  private func failure(_ path: String, _ status: ExitStatus, code: String, _ line: String) -> ConvertOutcome {
    var outcome = ConvertOutcome(path: path, status: status, summary: line)
    switch format {
    case .text where isBatch: outcome.text = line + "\n\n"
    case .json where isBatch: outcome.text = ConversionJSON.failure(file: path, code: code, message: line)
    default: break
    }
    return outcome
  }

  private func sameSet(_ path: String) -> String {
    let next = NextCommand("check", [path], options: options).text
    return options.say(
      "\(path)：已经是表样“\(target.name)”，无须转换。下一步：\(next)",
      "\(path): is of the form set “\(target.name)” already; there is nothing to convert. Next: \(next)")
  }

  private func noMapping(_ path: String, _ name: String) -> String {
    let known = converters.keys.sorted().joined(separator: options.comma)
    let sets =
      known.isEmpty
      ? options.say("它没有说明可由哪套表样转入", "it names no set that goes over into it")
      : options.say("它可由 \(known) 转入", "those that do: \(known)")
    return options.say(
      "\(path)：属于表样“\(name)”，表样“\(target.name)”没有说明它的各表如何对应；\(sets)。认错了表样时用 --set 指定；否则请在 \(target.name)/set.yaml 的 predecessors 中补上对应关系。",
      "\(path): is of the form set “\(name)”, and “\(target.name)” does not say how its forms go over; \(sets). If the set was mistaken, name it with --set; else say it under predecessors in \(target.name)/set.yaml."
    )
  }
}
