import BudgetSheets

/// What to do after cleaning: a command to type, or whom to write to.
struct CleanNextStep {
  let run: CleanRun
  let summary: CleanSummary

  private var options: CommonOptions { run.options }

  /// The step in words; empty where nothing is left to do.
  var text: String {
    [main, unreadable].compactMap(\.self).joined(separator: options.say("；", "; "))
  }

  private var main: String? {
    let needsPerson = summary.outcomes.contains { $0.needsPerson }
    if run.selection == nil {
      if summary.count(.cleaned) > 0 { return command(apply: "all") }
      if !summary.suggestions.isEmpty {
        // Somebody has to look at them first.
        let command = command(apply: summary.suggestions.sorted().map(\.rawValue).joined(separator: ","))
        return options.say("核对建议，认可后运行 \(command)", "look at what is suggested; where you agree, \(command)")
      }
      return needsPerson ? NextCommand("check", run.files, options: options).text : nil
    }
    guard needsPerson else { return nil }
    let copies = summary.outcomes.compactMap(\.copy)
    if copies.isEmpty { return nil }
    return NextCommand("check", run.isBatch ? [run.clean.output ?? ""] : copies, options: options).text
  }

  /// The command that cleans the files.
  private func command(apply selection: String) -> String {
    Self.command(
      files: run.files, clean: run.clean, apply: selection, paths: run.paths, places: run.places, options: options)
  }

  /// The command that cleans files, into a folder that can be used as it is.
  static func command(
    files: [String], clean: CleanOptions, apply selection: String, paths: [String], places: OutputPlaces,
    options: CommonOptions
  ) -> String {
    let folder = clean.output ?? freeFolder(paths: paths, clean: clean, places: places, options)
    var arguments = files + ["-o", folder, "--apply", selection]
    if clean.layout != .submitted { arguments += ["--layout", clean.layout.rawValue] }
    if let prior = clean.prior { arguments += ["--prior", prior] }
    return NextCommand("clean", arguments, options: options).text
  }

  /// A folder where no input stands, and no results yet.
  private static func freeFolder(
    paths: [String], clean: CleanOptions, places: OutputPlaces, _ options: CommonOptions
  ) -> String {
    let name = options.say("清洗后", "cleaned")
    let candidates = [name] + (2...99).map { "\(name)\($0)" }
    let free = candidates.first { folder in
      !places.hasInput(in: folder)
        && !paths.contains { path in
          let copy = CleanedCopies.copy(of: path, in: folder, layout: clean.layout, places: places)
          return OutputPlaces.exists(copy.workbook) || OutputPlaces.exists(copy.log)
        }
    }
    return (free ?? name) + "/"
  }

  /// Files of which nothing can be said are asked for again.
  private var unreadable: String? {
    let paths = summary.outcomes.filter { $0.kind == .unreadable }.map(\.path)
    if paths.isEmpty || !run.isBatch { return nil }
    if paths.count <= 3 {
      let names = paths.joined(separator: options.comma)
      return options.say("请报送单位重新提供 \(names)", "ask for \(names) again")
    }
    return options.say("请报送单位重新提供无法读取的 \(paths.count) 个文件", "ask for the \(paths.count) unreadable files again")
  }
}
