import BudgetSheets
import CPlatform
import Foundation

/// Whether the ways to issue a workbook come to the same, part for part.
enum IssueSame {
  /// Compares the workbooks of some departments; the first that differs is named.
  static func check(_ count: Int) throws {
    let ways = [try IssueWork(.planned), try IssueWork(.straight), try IssueWork(.patched)]
    for number in 0..<count {
      let order = IssueWork.order(number)
      let packages = try ways.map { parts(try $0.bytes(of: order)) }
      for (way, package) in zip(["straight", "patched"], packages.dropFirst()) {
        if package.map(\.name) != packages[0].map(\.name) { return print("department \(number), \(way): other parts") }
        for (part, wanted) in zip(package, packages[0]) where part.content != wanted.content {
          return print("department \(number), \(way): \(part.name) differs")
        }
      }
    }
    print("same \(count)")
  }

  private static func parts(_ bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
    var parts: [(String, [UInt8])] = []
    unsafe bytes.withUnsafeBytes { bytes in
      let source = unsafe zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil)
      guard let source = unsafe source, let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
        return
      }
      defer { unsafe zip_discard(archive) }
      for index in 0..<zip_uint64_t(max(0, unsafe zip_get_num_entries(archive, 0))) {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let name = unsafe status.name,
          let file = unsafe zip_fopen_index(archive, index, 0)
        else { continue }
        defer { _ = unsafe zip_fclose(file) }
        // One byte more than it has, so that the reading comes to its end, where the checksum is compared.
        var content = [UInt8](repeating: 0, count: Int(unsafe status.size) + 1)
        let room = zip_uint64_t(content.count)
        let size = unsafe content.withUnsafeMutableBytes { unsafe zip_fread(file, $0.baseAddress, room) }
        content.removeLast(content.count - Int(max(0, size)))
        parts.append((unsafe String(cString: name), content))
      }
    }
    return parts
  }
}
