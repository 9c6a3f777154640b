#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What running some programs at once came to.
struct ChildProcess {
  /// Seconds from the first start to the last end.
  var wall = 0.0
  /// Seconds of user and system time of all of them.
  var cpu = 0.0
  /// The peak memory of each, added up, in bytes.
  var memory = 0
  var isSuccess = true
  var output = ""
  var errors = ""

  /// Starts commands together and waits for all.
  ///
  /// The peak memory of a process is never reported below that of the one that starts it, so this one is kept small.
  static func run(_ commands: [[String]]) -> ChildProcess {
    var result = ChildProcess()
    let start = ContinuousClock.now
    let children = commands.enumerated().map { (index, command) in (index, spawn(command, index)) }
    for (_, process) in children {
      var status: CInt = 0
      var usage = rusage()
      guard let process, unsafe wait4(process, &status, 0, &usage) == process else {
        result.isSuccess = false
        continue
      }
      // Exit status 0 to 2: findings about a book are no failure of the program.
      if status & 0x7F != 0 || status >> 8 > 2 { result.isSuccess = false }
      result.cpu += seconds(usage.ru_utime) + seconds(usage.ru_stime)
      #if canImport(Glibc)
        result.memory += usage.ru_maxrss * 1024
      #else
        result.memory += usage.ru_maxrss
      #endif
    }
    result.wall = (ContinuousClock.now - start) / .seconds(1)
    for index in commands.indices {
      result.output += take(file("out", index))
      result.errors += take(file("err", index))
    }
    return result
  }

  private static func spawn(_ command: [String], _ index: Int) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 1, file("out", index), flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, file("err", index), flags, 0o600)
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { for index in 0...command.count { unsafe free(arguments[index]) } }
    var process: pid_t = 0
    let status = unsafe posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
    return status == 0 ? process : nil
  }

  private static func file(_ name: String, _ index: Int) -> String { "/tmp/bench-\(getpid())-\(name)-\(index)" }

  /// The beginning of a file, which is then removed.
  private static func take(_ path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer {
      close(descriptor)
      unsafe unlink(path)
    }
    var bytes = [UInt8](repeating: 0, count: 2000)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

extension ChildProcess {
  /// The numbers behind a word that begins lines of the output, from each such line.
  func numbers(_ word: String) -> [[Double]] {
    output.split(separator: "\n").filter { $0.hasPrefix(word + " ") }
      .map { line in line.split(separator: " ").dropFirst().compactMap { Double($0) } }
  }
}
