import Foundation
import Testing
import XlsxWrite

#if canImport(Glibc)
  import Glibc
#endif

/// Disks without room, folders closed to writing, processes that are killed: what was there before is there afterwards.
///
/// `scripts/check-faults` does more of it, with a file system of its own and every call that can fail.
#if os(Linux)
  @Suite(.serialized) struct PatchFaultTests {
    /// A limit on the size of files stands for a full disk: a write goes as far as there is room, and then fails.
    @Test(arguments: [20, 4000]) func aFullDiskIsAnErrorAndLeavesTheOldFile(_ rows: Int) async throws {
      let folder = try FaultFolder(rows: rows)
      defer { folder.remove() }
      let size = try FaultFolder.patch(of: folder.inputPath).bytes().count
      let limits = [0, 1, 100, size / 4, size / 2, size - 100, size - 1]
      await #expect(processExitsWith: .success) { [path = folder.path as String, limits = limits as [Int]] in
        try FaultChild.fillsTheDisk(path, limits, changes: true)
      }
      #expect(try folder.faults() == [])
    }

    /// What is copied without a change can fail as well.
    @Test func aFullDiskIsAnErrorForAPatchWithoutChanges() async throws {
      let folder = try FaultFolder(rows: 500)
      defer { folder.remove() }
      let size = folder.input.count
      await #expect(processExitsWith: .success) { [path = folder.path as String, size = size as Int] in
        try FaultChild.fillsTheDisk(path, [0, size / 2, size - 1], changes: false)
      }
      #expect(try folder.faults() == [])
    }

    @Test func aFolderClosedToWritingIsAnError() async throws {
      let folder = try FaultFolder(rows: 20)
      defer { folder.remove() }
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      await #expect(processExitsWith: .success) { [path = folder.path as String] in
        try FaultChild.writesIntoAClosedFolder(path)
      }
      #expect(try folder.faults() == [])
    }

    /// The backup has its name already when the new file cannot take the place of the old one.
    @Test(.enabled(if: getuid() == 0, "only root can give a file to somebody else"))
    func aReplacementThatFailsLeavesNoBackup() async throws {
      let folder = try FaultFolder(rows: 20)
      defer { folder.remove() }
      // Everybody may make files in such a folder and link this one, but replace only files of their own.
      try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder.path)
      try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: folder.inputPath)
      await #expect(processExitsWith: .success) { [path = folder.path as String] in
        try FaultChild.replacesAFileOfSomebodyElse(path)
      }
      #expect(try folder.faults() == [])
    }

    @Test func aKilledProcessLeavesTheOldFileOrTheWholeNewOne() async throws {
      let folder = try FaultFolder(rows: 4000)
      defer { folder.remove() }
      let new = try FaultFolder.patch(of: folder.inputPath).bytes()
      for _ in 0..<10 {
        let delay = UInt32.random(in: 0...400_000)
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, delay = delay as UInt32] in
          try FaultChild.isKilled(after: delay, path, replaces: false)
        }
        let output = FaultFolder.bytes(folder.outputPath)
        #expect(FaultFolder.bytes(folder.inputPath) == folder.input, "killed after \(delay) µs")
        #expect(output == FaultFolder.old || output == new, "killed after \(delay) µs")
        try Data(FaultFolder.old).write(to: URL(fileURLWithPath: folder.outputPath))
      }
    }

    @Test func aKilledReplacementLeavesTheOldWorkbookUnderOneName() async throws {
      let folder = try FaultFolder(rows: 4000)
      defer { folder.remove() }
      let new = try FaultFolder.patch(of: folder.inputPath).bytes()
      for _ in 0..<10 {
        let delay = UInt32.random(in: 0...400_000)
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, delay = delay as UInt32] in
          try FaultChild.isKilled(after: delay, path, replaces: true)
        }
        let input = FaultFolder.bytes(folder.inputPath)
        let backup = FaultFolder.bytes(folder.backupPath)
        #expect(input == folder.input || (input == new && backup == folder.input), "killed after \(delay) µs")
        #expect(backup == nil || backup == folder.input, "killed after \(delay) µs")
        if backup != nil { try FileManager.default.removeItem(atPath: folder.backupPath) }
        // Under another name meanwhile, the input must not be written over.
        try FileManager.default.removeItem(atPath: folder.inputPath)
        try Data(folder.input).write(to: URL(fileURLWithPath: folder.inputPath))
      }
    }
  }
#endif
