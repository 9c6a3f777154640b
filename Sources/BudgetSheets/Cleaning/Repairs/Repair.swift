/// One kind of repair: finds the cells that it is about and says what they become.
protocol Repair: Sendable {
  /// What it does, why, and where it stops.
  static var description: RepairDescription { get }
}
