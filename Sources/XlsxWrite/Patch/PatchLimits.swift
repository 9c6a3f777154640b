/// The bounds inside which a workbook is opened for changing, so that no file can take all memory or disk.
///
/// Every bound has a default far above what a real workbook needs; a file that passes one is refused with an error that
/// names the bound.
public struct PatchLimits: Hashable, Sendable {
  /// The most parts a package may hold: 10,000.
  public var parts = 10_000
  /// The most bytes one worksheet may expand to: 2 GiB. Worksheets are streamed, so this bounds time, not memory.
  public var expandedPartBytes = 2 << 30
  /// The most bytes a part may expand to that is kept in memory while it is changed (styles, comments, the workbook part):
  /// 64 MiB.
  public var keptPartBytes = 64 << 20
  /// How many times its compressed size a part may expand to: 500, judged once it has passed 8 MiB.
  public var expansionRatio = 500

  /// Creates the default bounds.
  public init() {}

  /// The default bounds.
  public static let `default` = PatchLimits()
}
