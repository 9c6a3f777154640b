import Foundation
import XlsxPackage
import XlsxWrite

#if canImport(Glibc)
  import Glibc
#endif

#if os(Linux)
  /// What a child process does to itself and to the workbook of a ``FaultFolder``; it traps where an error is missed.
  enum FaultChild {
    /// Tries each way of writing while no file may grow beyond each of some sizes.
    static func fillsTheDisk(_ path: String, _ limits: [Int], changes: Bool) throws {
      _ = signal(SIGXFSZ, SIG_IGN)
      for limit in limits {
        let patch =
          changes ? try FaultFolder.patch(of: path + "/input.xlsx") : try WorkbookPatch(of: path + "/input.xlsx")
        limitFiles(to: limit)
        let codes = codes(patch, path)
        limitFiles(to: nil)
        if codes != [.cannotWrite, .cannotWrite, .cannotWrite] { fatalError("room for \(limit) bytes: \(codes)") }
      }
    }

    /// Tries each way of writing into a folder that is closed to it.
    static func writesIntoAClosedFolder(_ path: String) throws {
      // Nothing is closed to root, so the child becomes somebody else.
      if getuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 { fatalError("the child stays root") }
      let codes = codes(try FaultFolder.patch(of: path + "/input.xlsx"), path)
      if codes.prefix(2) != [.cannotWrite, .cannotWrite] { fatalError("\(codes)") }
    }

    /// Replaces a workbook in a folder that keeps everybody's files from the others.
    static func replacesAFileOfSomebodyElse(_ path: String) throws {
      if setgid(65_534) != 0 || setuid(65_534) != 0 { fatalError("the child stays root") }
      let patch = try FaultFolder.patch(of: path + "/input.xlsx")
      let code = code { () throws(XlsxWriteError) in
        try patch.replaceOriginal(keepingBackup: path + "/backup.xlsx")
      }
      if code != .cannotWrite { fatalError("\(code as Any)") }
    }

    /// The errors of writing to a new place, in place of the original, and into memory.
    private static func codes(_ patch: WorkbookPatch, _ path: String) -> [XlsxWriteError.Code?] {
      [
        code { () throws(XlsxWriteError) in try patch.write(to: path + "/output.xlsx") },
        code { () throws(XlsxWriteError) in try patch.replaceOriginal(keepingBackup: path + "/backup.xlsx") },
        code { () throws(XlsxWriteError) in _ = try patch.bytes() },
      ]
    }

    private static func code(_ body: () throws(XlsxWriteError) -> Void) -> XlsxWriteError.Code? {
      do throws(XlsxWriteError) {
        try body()
        return nil
      } catch {
        return error.code
      }
    }

    /// Writes while the clock is running that ends this process; it ends in the same way when all is done.
    static func isKilled(after microseconds: UInt32, _ path: String, replaces: Bool) throws {
      Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      let patch = try FaultFolder.patch(of: path + "/input.xlsx")
      if replaces {
        try patch.replaceOriginal(keepingBackup: path + "/backup.xlsx")
      } else {
        try patch.write(to: path + "/output.xlsx")
      }
      kill(getpid(), SIGKILL)
    }

    /// Lets no file of this process grow beyond a size.
    private static func limitFiles(to size: Int?) {
      var limit = rlimit()
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      limit.rlim_cur = size.map { rlim_t($0) } ?? limit.rlim_max
      if unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) != 0 { fatalError("no limit") }
    }
  }
#endif
