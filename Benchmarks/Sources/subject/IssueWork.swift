import BudgetSheets
import Foundation

/// Issues workbooks of blank forms for departments that are made up.
struct IssueWork {
  /// How workbooks are written.
  enum Way: String {
    /// Each planned and written by itself.
    case planned
    /// Each written cell by cell from a plan.
    case straight
    /// Texts put into a workbook that is written once.
    case patched
  }

  private let way: Way
  private let issuer: BatchIssuer

  init(_ way: Way, expecting count: Int = 0) throws {
    self.way = way
    issuer = BatchIssuer(
      set: try TemplateLibrary.embedded.set(named: "luoyang-2023"), way: way == .straight ? .cells : .copies,
      expecting: count)
  }

  /// Writes the workbook of one department again and again, with nothing left on the disk, and prints the time of one.
  func issue(repetitions: Int) throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    // A template is made at the second department of a kind.
    for number in 0..<(repetitions + 2) {
      let time = try clock.measure { _ = try bytes(of: Self.order(number * Self.kinds)) }
      if number > 1 { times.append(time / .seconds(1)) }
    }
    times.sort()
    print("each \(times[0]) \(times[times.count / 2])")
  }

  /// Issues the workbooks of many departments into a folder.
  func issueMany(count: Int, jobs: Int, to folder: String) async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in 0..<jobs {
        group.addTask {
          for number in stride(from: job, to: count, by: jobs) {
            let path = "\(folder)/\(number).xlsx"
            switch way {
            case .planned: try issuer.issuer.write(Self.order(number), to: path, replacesExisting: true)
            case .straight, .patched: try issuer.write(Self.order(number), to: path, replacesExisting: true)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    issuer.finish(in: folder)
    print("books \(count)")
  }

  /// Writes the workbook of one department to a file.
  func issueOnce(to path: String) throws {
    try issuer.issuer.write(Self.order(0), to: path, replacesExisting: true)
  }

  /// The workbook of an order, as this way writes it.
  func bytes(of order: IssueOrder) throws -> [UInt8] {
    switch way {
    case .planned: try issuer.issuer.bytes(of: order).bytes
    case .straight, .patched: try issuer.bytes(of: order).bytes
    }
  }

  /// How many departments differ in the number of their units or in the names of their offices.
  private static let kinds = 60

  private static let offices = [
    "财政局", "教育体育局", "农业农村局", "发展和改革委员会", "公安局", "文化广电和旅游局", "水利局", "人民代表大会常务委员会办公室", "市场监督管理局", "退役军人事务局",
    "司法局", "卫生健康委员会", "交通运输局", "自然资源局", "应急管理局",
  ]

  /// The order of a department; the same number gives the same.
  static func order(_ number: Int) -> IssueOrder {
    let code = 100_000 + number
    let name = "第\(1_000 + number)号\(offices[number % offices.count])"
    let units = (0...(number % 4)).map { unit in
      DepartmentList.Unit(code: "\(code)00\(unit + 1)", name: name + (unit == 0 ? "机关" : "第\(unit)中心"))
    }
    return IssueOrder(
      department: DepartmentList.Department(code: "\(code)", name: name, units: units), year: "2024",
      due: "2023年10月31日")
  }
}
