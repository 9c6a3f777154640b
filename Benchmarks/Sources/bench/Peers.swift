/// The peers that this machine has.
struct Peers {
  let python: String
  let hasOpenpyxl: Bool
  let hasCalamine: Bool
  let hasFastexcel: Bool
  let hasXlsxWriter: Bool

  /// Looks for them.
  init(python: String) {
    self.python = python
    func has(_ module: String) -> Bool {
      let run = ChildProcess.run([[python, "-c", "import \(module); print('present')"]])
      return run.output.hasPrefix("present")
    }
    hasOpenpyxl = has("openpyxl")
    hasCalamine = has("python_calamine")
    hasFastexcel = has("fastexcel, pyarrow")
    // The peer that writes with it takes the looks from openpyxl.
    hasXlsxWriter = hasOpenpyxl && has("xlsxwriter")
  }

  /// What is not there, with how to get it.
  var missing: [String] {
    [
      ("openpyxl", hasOpenpyxl), ("python-calamine", hasCalamine), ("fastexcel with pyarrow", hasFastexcel),
      ("XlsxWriter", hasXlsxWriter),
    ]
    .filter { !$0.1 }.map { "\($0.0) is not installed; run scripts/bench --peers" }
  }
}
