import ArgumentParser
import BudgetSheets

/// Carries workbooks of an older form set over into a newer one.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Carries workbooks of an older form set over into a newer one (转换表样).",
    discussion: """
      What has a successor in the newer forms is carried over, what has none is listed with its cell, and what is new \
      stays blank. Amounts keep their sum, or the difference is shown, form by form. How the forms succeed one another \
      is said in the folder of the newer set.

      One workbook becomes the workbook of -o; several, or a folder, go into the folder of -o under their own names. \
      An existing file is replaced only with --force, and never one that was read.

      Exits with 0 when everything was carried over, or left behind as the form set says; 1 when something found no \
      place or a sum differs; 2 when something could not be read; 65 for a file that is no readable workbook, is of \
      the newer set already or of one that does not go over into it; 66 for one that is not there; 73 when a result \
      cannot be written; a batch goes on, and exits with the gravest.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var input: InputFiles

  @Option(help: ArgumentHelp("The form set into which to carry over （新表样）.", valueName: "name"))
  var to: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The workbook to write; for several, a folder （结果）.", valueName: "out"))
  var output: String

  @Option(help: "text or json.")
  var format: ConvertFormat = .text

  @Flag(help: "List everything that has no successor.")
  var all = false

  @Flag(help: "Replace existing files.")
  var force = false

  func run() async throws {
    let library = try withDefinitions(options) { () throws(DefinitionError) in try options.library() }
    guard library.names.contains(to) else {
      let near = Suggestion.nearest(to: to, among: library.names)
      let known = library.names.joined(separator: options.comma)
      throw options.usage(
        "没有表样“\(to)”" + (near.map { "，是否为 \($0)？" } ?? "。现有：\(known)。"),
        "There is no form set “\(to)”" + (near.map { "; did you mean \($0)?" } ?? ". There are: \(known)."))
    }
    let target = try withDefinitions(options) { () throws(DefinitionError) in try library.set(named: to) }
    let sets = try withDefinitions(options) { () throws(DefinitionError) in try options.sets() }
    let converters = try withDefinitions(options) { () throws(DefinitionError) in try Self.converters(sets, target) }
    let resolved = input.resolve(options, undone: options.say("未转换", "not converted"))
    let paths = resolved.distinctPaths
    let isBatch = input.files.count > 1 || resolved.hasFolder
    if !isBatch, !output.lowercased().hasSuffix(".xlsx") {
      throw options.usage(
        "\(output)：输出文件名须以 .xlsx 结尾。", "\(output): the output's name must end in .xlsx.")
    }
    if isBatch, output.lowercased().hasSuffix(".xlsx") {
      throw options.usage(
        "\(output)：几个文件须放在一个文件夹里。请用 -o 写一个文件夹名。",
        "\(output): several files go into a folder. Name one with -o.")
    }
    let places = OutputPlaces(inputs: paths, replacesExisting: force)
    var status = resolved.status
    do throws(OutputError) {
      if isBatch {
        if places.hasInput(in: output) { throw .isInputFolder(output) }
        try OutputPlaces.makeFolder(output)
      }
    } catch {
      Console.message(error.line(options))
      throw ExitCode(ExitStatus.cannotWrite.rawValue)
    }
    let converter = FileConverter(
      reader: BookReader(sets: sets), converters: converters, target: target, options: options, format: format,
      style: format == .text ? .ofOutput : .plain, listsAll: all, isBatch: isBatch,
      copies: ConvertedCopies(of: paths, output: output, isFolder: isBatch, places: places))
    status.worsen(to: await ConvertRun(converter: converter, paths: paths, output: output).run(jobs: input.jobCount))
    try status.exit()
  }

  /// The converters from the sets at hand, by their names.
  private static func converters(_ sets: [FormSet], _ target: FormSet) throws(DefinitionError) -> [String:
    BookConverter]
  {
    var converters: [String: BookConverter] = [:]
    for set in sets where set.name != target.name && BookConverter.isPossible(from: set, to: target) {
      converters[set.name] = try BookConverter(from: set, to: target)
    }
    return converters
  }
}

/// The form in which `sheets convert` prints.
enum ConvertFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
