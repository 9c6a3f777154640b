import CellReading
import XlsxPackage
import XlsxRead

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Touches every cell of workbooks and prints how many values there were: `cells PATH…`, files or folders of them; with
/// `--layout` in front it takes what stands beside the cells instead.
///
/// Links XlsxRead alone and no Foundation, so that the memory is that of reading.
@main
struct Cells {
  static func main() throws {
    var count = 0
    var sum = 0.0
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--layout" {
      arguments = arguments.dropFirst()
      for path in arguments.flatMap(workbooks) {
        for sheet in try Workbook(path: path).worksheets { sum += try Double(sheet.layout().usedRange?.last.row ?? 0) }
      }
      return print("rows \(sum)")
    }
    for path in arguments.flatMap(workbooks) {
      let reading = try CellReading(of: Workbook(path: path))
      count += reading.count
      sum += reading.sum
    }
    print("values \(count)")
    print("sum \(sum)")
  }

  private static func workbooks(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [path] }
    defer { unsafe closedir(folder) }
    var paths: [String] = []
    while let entry = unsafe readdir(folder) {
      // The name is the last member; its memory reaches to the end of the string.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if name.hasSuffix(".xlsx") { paths.append(path + "/" + name) }
    }
    return paths
  }
}
