/// Labels and names that contradict something.
struct LabelsAndNames: NeverRepaired {
  static let description = RepairDescription(
    .labelsAndNames, .never, mess: ["T12", "T14", "T17", "K7", "L6", "L8", "L9"],
    findings: [
      .labelDiffers, .rowUnknown, .rowTwice, .departmentDiffers, .yearDiffers, .titleDisagrees, .unshowableCharacters,
    ],
    chinese: .init(
      name: "互相矛盾的标签和名称", reason: "编号和文字、部门名称、年度各说各的", limits: "部门和单位名称从不合并；标签编号与文字不符的只报告。"),
    english: .init(
      name: "labels and names that contradict", reason: "number and text, departments or years disagree",
      limits:
        "departments and units are never merged by similar names; labels whose number and text disagree are only told."
    ))
}
