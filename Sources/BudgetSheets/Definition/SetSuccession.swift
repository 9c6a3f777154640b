/// How the forms of an older set go over into those of a newer one, as a file of the newer set says.
///
/// What is labelled alike needs no line: the rest is said by label path. What is said of the older set is kept as it is
/// written, since that set is not at hand where the newer one is read; ``BookConverter`` looks it up.
public struct SetSuccession: Sendable, Hashable {
  /// The name of the older set.
  public var set: String
  /// The file that says so, as `new-set/from-old-set.yaml`.
  public var file: String
  /// Where the older set is named.
  var place: RulePlace
  /// The forms that have a predecessor.
  var forms: [FormSuccession]

  /// The forms of the newer set that have no line in the file, and so succeed none.
  public func newForms(of set: FormSet) -> [String] {
    let known = Set(forms.map(\.form))
    return set.forms.map(\.form).filter { !known.contains($0) }
  }
}

/// Which form of an older set a form succeeds, and where its parts come from.
struct FormSuccession: Sendable, Hashable {
  /// The number of the form.
  var form: String
  /// The number of the older form.
  var predecessor: SuccessionReference
  /// Where it is said.
  var place: RulePlace
  /// Where columns, printed rows, fields and labelled amounts come from that are not labelled as before.
  var lines: [SuccessionLine] = []
  /// Parts of the older form that are counted in another part, which is carried over.
  var contained: [SuccessionRemark] = []
  /// Parts of the older form that are left behind, each with the reason.
  var dropped: [SuccessionRemark] = []
}

/// A part of the older set's form, as it is written.
struct SuccessionReference: Sendable, Hashable {
  var text: String
  var place: RulePlace
}

/// Where one part of a form comes from.
struct SuccessionLine: Sendable, Hashable {
  /// What of the older form it takes.
  enum Source: Sendable, Hashable {
    /// One part of the same kind, or the sum of several.
    case same([SuccessionReference])
    /// The texts of several columns or fields, one after the other, without some of them.
    case join([SuccessionReference], omit: [SuccessionOmission])
    /// Single amounts: those of printed rows, in a column where the rows have several.
    case rows([SuccessionReference], column: SuccessionReference?)
    /// Single amounts: the totals of columns.
    case columns([SuccessionReference])
    /// Single amounts: labelled ones.
    case fields([SuccessionReference])
    /// Nothing: it is new, whatever is labelled like it.
    case nothing
  }

  var target: FormPart.ID
  var place: RulePlace
  var source: Source
  /// In which column of a printed row single amounts go; nil where it has one only.
  var column: LabelPath?
}

/// A text that is left out where texts are joined, and why.
struct SuccessionOmission: Sendable, Hashable {
  var text: String
  var reason: String
}

/// What is said of a part of the older form that has no successor.
struct SuccessionRemark: Sendable, Hashable {
  /// What kind of part it is.
  var kind: FormPart.Kind
  var part: SuccessionReference
  /// The part in which it is contained; nil where it is left behind.
  var whole: SuccessionReference?
  /// Why it is left behind; empty where it is contained.
  var reason = ""
}
