/// Looks up what is said of an older set in that set, and finds what goes over by its label.
struct SuccessionResolver {
  let from: FormSet
  let to: FormSet

  /// How the forms go over.
  func plans(_ succession: SetSuccession) throws(DefinitionError) -> [FormPlan] {
    var plans: [FormPlan] = []
    let known = from.forms.map(\.form)
    for form in succession.forms {
      let wanted = form.predecessor
      guard let older = from.form(wanted.text) else {
        throw wanted.place.error(
          .referenceUnknown(wanted.text, suggestion: Suggestion.nearest(to: wanted.text, among: known)))
      }
      guard let newer = to.form(form.form) else { continue }
      // Words that mean the same in either set mean the same here.
      let synonyms = from.synonyms + to.synonyms
      var resolver = FormResolver(
        newer: FormParts(newer, synonyms: synonyms), older: FormParts(older, synonyms: synonyms), succession: form)
      plans.append(try resolver.resolve())
    }
    return plans
  }
}
