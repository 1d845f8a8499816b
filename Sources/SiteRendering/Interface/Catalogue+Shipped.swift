extension Catalogue {
  /// The catalogues that ship: 简体中文 and English.
  ///
  /// - Throws: A ``CatalogueFault`` if one of them lacks a phrase, which a test rules out.
  public static func shipped() throws(CatalogueFault) -> [Catalogue] {
    [
      try Catalogue(
        language: "zh-Hans",
        text: String(decoding: PackageResources.interface_zh_Hans_txt, as: UTF8.self)),
      try Catalogue(
        language: "en", text: String(decoding: PackageResources.interface_en_txt, as: UTF8.self)),
    ]
  }
}
