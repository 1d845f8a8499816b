extension SiteRenderer {
  /// The one comparison of a site of two versions as a page that needs no other file.
  ///
  /// Its style sheet stands in the page, and references to other pages are left out.
  ///
  /// - Returns: UTF-8.
  public func standaloneComparison() -> [UInt8] { [] }
}
