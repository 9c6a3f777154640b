import Dispatch
import Foundation
import Synchronization

/// Whether somebody wants a run to end; what is being written is finished, and nothing more is begun.
final class InterruptFlag: Sendable {
  private let raised = Mutex<Int32?>(nil)

  /// The signal that asks for the end; nil where none has come.
  var signal: Int32? { raised.withLock { $0 } }

  /// Takes note of a signal; returns whether it is the first.
  fileprivate func raise(_ signal: Int32) -> Bool {
    raised.withLock { raised in
      defer { raised = signal }
      return raised == nil
    }
  }
}

/// Listens for what asks a program to end, as Ctrl-C, while it lives; the second time ends the program at once.
final class InterruptListener {
  /// What is raised.
  let flag = InterruptFlag()
  private var sources: [any DispatchSourceSignal] = []

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      let flag = flag
      source.setEventHandler {
        if !flag.raise(number) { Self.end(with: number) }
      }
      source.resume()
      sources.append(source)
    }
  }

  deinit { stop() }

  /// Listens no longer.
  func stop() {
    for source in sources { source.cancel() }
    sources = []
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  /// Ends the program as the signal would have, so that whoever started it sees that.
  static func end(with number: Int32) {
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}
