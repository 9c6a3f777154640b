extension DepartmentList {
  /// One workbook that was handed in.
  public struct Submission: Sendable, Hashable {
    /// The file.
    public var file: String
    /// The code of the department, as its rows say it.
    public var code: String?
    /// The department as printed.
    public var name: String

    /// Creates a submission.
    public init(file: String, code: String?, name: String) {
      self.file = file
      self.code = code
      self.name = name
    }
  }

  /// Who of a list has handed in, and who has not.
  public struct Collection: Sendable, Hashable {
    /// Those that have, with their workbooks, in the order of the list.
    public var received: [Received] = []
    /// Those that have not, in the order of the list.
    public var missing: [Department] = []
    /// The workbooks that belong to nobody on the list, each with the department that it may be meant for.
    public var unknown: [Unknown] = []

    /// A department with its workbooks.
    public struct Received: Sendable, Hashable {
      public var department: Department
      public var submissions: [Submission]
    }

    /// A workbook that belongs to nobody on the list.
    public struct Unknown: Sendable, Hashable {
      public var submission: Submission
      /// The department with the most similar name: a hint, nothing more.
      public var hint: Department?
    }

    /// Those that have handed in more than one workbook.
    public var twice: [Received] { received.filter { $0.submissions.count > 1 } }

    /// The workbooks that a code assigns to a department of another name: worth a look, since one of the two may be wrong.
    public var differing: [Received] {
      received.compactMap { received in
        let name = comparable(received.department.name)
        let submissions = received.submissions.filter { submission in
          !name.isEmpty && !submission.name.isEmpty && comparable(submission.name) != name
        }
        return submissions.isEmpty ? nil : Received(department: received.department, submissions: submissions)
      }
    }

    /// Whether everybody on the list has handed in one workbook, and nobody else has.
    public var isComplete: Bool { missing.isEmpty && unknown.isEmpty && twice.isEmpty }
  }

  /// Compares the list with what was handed in.
  public func collection(of submissions: [Submission]) -> Collection {
    var found: [Int: [Submission]] = [:]
    var collection = Collection()
    for submission in submissions {
      if let index = index(code: submission.code, name: submission.name) {
        found[index, default: []].append(submission)
      } else {
        collection.unknown.append(Collection.Unknown(submission: submission, hint: hint(name: submission.name)))
      }
    }
    for (index, department) in departments.enumerated() {
      if let submissions = found[index] {
        collection.received.append(Collection.Received(department: department, submissions: submissions))
      } else {
        collection.missing.append(department)
      }
    }
    return collection
  }
}
