internal import PlanModel
internal import SiteRendering

extension Project {
  /// What `lineage.json` records of the blocks that are gone, version by version.
  ///
  /// A version that has been taken out of the project leaves its identifiers there, so that an
  /// address that names one still finds a page. A record that can't be read is passed over: plan.md
  /// is the truth, and the site is whole without it.
  func retirements(in versions: [Version]) -> [Site.Retirement] {
    versions.flatMap { version -> [Site.Retirement] in
      guard let bytes = try? folder.read(Self.lineageFile(of: version.name)),
        let record = try? JSONForm.value(LineageRecord.self, of: bytes, file: "")
      else { return [] }
      return record.retired.compactMap { retired in
        BlockID(retired.id).map {
          Site.Retirement(
            block: $0, version: version.name, text: retired.text,
            successors: retired.successors.compactMap { BlockID($0) })
        }
      }
    }
  }
}
