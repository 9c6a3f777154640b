import Foundation

/// How far a batch has come, on standard error: one live line on a terminal, else one line a file.
final class ProgressLine {
  private let total: Int
  private let options: CommonOptions
  private let isLive: Bool
  private let start = ContinuousClock.now
  private var done = 0
  private var lastShown: ContinuousClock.Instant?
  private var isShown = false

  /// Starts a batch of so many files.
  init(total: Int, options: CommonOptions) {
    self.total = total
    self.options = options
    isLive = Console.messagesGoToTerminal
  }

  /// Takes the live line away, so that something else can be written.
  func clear() {
    if isShown { Console.messagePart("\r\u{1B}[K") }
    isShown = false
  }

  /// Tells that a file is done.
  func finish(_ line: String) {
    done += 1
    guard isLive else {
      if total > 1 { Console.message("[\(done)/\(total)] \(line)") }
      return
    }
    let now = ContinuousClock.now
    if total == 1 || done == total { return clear() }
    // Often enough for the eye, and seldom enough for a slow line.
    if let lastShown, now - lastShown < .milliseconds(100), isShown { return }
    lastShown = now
    isShown = true
    Console.messagePart("\r\u{1B}[K" + text(after: now - start))
  }

  private func text(after time: Duration) -> String {
    let seconds = max(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18, 0.001)
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let shownRate = rate >= 10 ? "\(Int(rate))" : "\((rate * 10).rounded() / 10)"
    return options.say(
      "\(done)/\(total) · 每秒 \(shownRate) 个 · 剩余 \(text(seconds: left))",
      "\(done)/\(total) · \(shownRate) a second · \(text(seconds: left)) left")
  }

  private func text(seconds: Int) -> String {
    if seconds < 60 { return options.say("\(seconds) 秒", "\(seconds) s") }
    return options.say("\(seconds / 60) 分 \(seconds % 60) 秒", "\(seconds / 60) min \(seconds % 60) s")
  }
}
