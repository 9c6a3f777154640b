#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names of the workbooks in a folder, sorted.
func folder(_ path: String) throws -> [String] {
  guard let directory = unsafe opendir(path) else { throw Patch.Usage() }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name.hasSuffix(".xlsx") { names.append(name) }
  }
  return names.sorted()
}

/// Says what went wrong and ends.
func fail(_ message: String, _ status: Int32) -> Never {
  let text = Array(("patch: " + message + "\n").utf8)
  _ = unsafe text.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  exit(status)
}

/// The time by a clock that only goes forward.
func seconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
