internal import CXlsx

/// What libzip reads from, or writes to, by calling back.
@safe class LibzipSource {
  /// Does what libzip asks for, and gives what `zip_source_function` says of the command.
  func perform(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t { -1 }

  /// Makes libzip's source, which keeps this object until libzip is done with it; nil where there is no memory.
  final func makeSource(_ make: (zip_source_callback, UnsafeMutableRawPointer) -> OpaquePointer?) -> OpaquePointer? {
    let reference = unsafe Unmanaged.passRetained(self)
    guard let source = unsafe make(Self.callback, reference.toOpaque()) else {
      unsafe reference.release()
      return nil
    }
    return unsafe source
  }

  private static let callback: zip_source_callback = { state, data, count, command in
    guard let state = unsafe state else { return -1 }
    let reference = unsafe Unmanaged<LibzipSource>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      unsafe reference.release()
      return 0
    }
    return unsafe reference.takeUnretainedValue().perform(command, data, Int(clamping: count))
  }

  /// What a source answers that supports some commands.
  final func support(_ commands: [zip_source_cmd_t]) -> zip_int64_t {
    commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
  }

  /// Tells libzip what went wrong, in its own number.
  final func report(_ code: Int32, _ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t {
    guard let data = unsafe data else { return -1 }
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    defer { unsafe zip_error_fini(&error) }
    return unsafe zip_error_to_data(&error, data, zip_uint64_t(count))
  }
}
