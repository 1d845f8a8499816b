internal import PlanModel
internal import SiteRendering

extension ComparedVersions {
  /// The comparison as one HTML page that needs nothing else.
  ///
  /// - Throws: If the page cannot be rendered.
  public func html() throws -> [UInt8] {
    let site = Site(
      title: new.metadata.title ?? old.metadata.title ?? "Comparison",
      catalogues: Array(try Catalogue.shipped().prefix(1)),
      versions: [
        Site.Version(name: "old", label: old.metadata.version ?? "old", plan: old),
        Site.Version(name: "new", label: new.metadata.version ?? "new", plan: new),
      ],
      comparisons: [Site.VersionComparison(old: "old", new: "new", comparison: comparison)])
    return try SiteRenderer(site).standaloneComparison()
  }
}
