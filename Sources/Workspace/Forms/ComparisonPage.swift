internal import PlanModel
internal import SiteRendering

extension ComparedVersions {
  /// The comparison as one HTML page that needs nothing else.
  ///
  /// - Returns: The page in UTF-8.
  /// - Throws: If the page cannot be rendered.
  public func html() throws -> [UInt8] {
    let site = Site(
      title: new.metadata.title ?? old.metadata.title ?? "Comparison",
      catalogues: Array(try Catalogue.shipped().prefix(1)),
      versions: [
        Site.Version(name: "old", label: Self.label(of: old) ?? oldName, plan: old),
        Site.Version(name: "new", label: Self.label(of: new) ?? newName, plan: new),
      ],
      comparisons: [Site.VersionComparison(old: "old", new: "new", comparison: comparison)])
    return try SiteRenderer(site).standaloneComparison()?.bytes ?? []
  }

  private static func label(of plan: Plan) -> String? {
    plan.metadata.version ?? plan.metadata.title
  }
}
