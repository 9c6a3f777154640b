#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the package beside its peers and prints Markdown tables.
@main
struct Bench {
  static func main() {
    guard let options = Options(CommandLine.arguments.dropFirst()) else {
      complain(Options.help)
      exit(64)
    }
    let peers = Peers(python: options.python)
    for missing in peers.missing { complain("left out: \(missing)") }
    let comparisons = Comparisons(options: options, peers: peers)
    let made = ChildProcess.run([comparisons.inputs])
    guard made.isSuccess else {
      complain("the inputs could not be made: \(made.errors)")
      exit(1)
    }
    print("books \(options.books), scale \(options.scale), repetitions \(options.repetitions)\n")
    if comparisons.issuing.contains(where: { options.includes($0.name) }), let fault = comparisons.prepareIssuing() {
      complain(fault)
      exit(1)
    }
    for comparison in comparisons.all where options.includes(comparison.name) {
      let table = comparison.run(repetitions: options.repetitions, patience: options.patience)
      print("### \(comparison.title)\n\n\(table)")
      _ = fflush(nil)
    }
  }

  static func complain(_ text: String) {
    for byte in (text + "\n").utf8 { _ = unsafe withUnsafePointer(to: byte) { unsafe write(2, $0, 1) } }
  }
}
