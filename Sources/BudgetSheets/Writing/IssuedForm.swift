/// What makes a planned form one that is issued to be filled in: open parts with guard rows, and sums that are live
/// before there is anything to add.
struct IssuedForm {
  /// The indexes of the free rows after which a guard row stands.
  var guards: Set<Int>
}
