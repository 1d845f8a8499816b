import SiteRendering
import Testing

@Suite struct CatalogueTests {
  @Test func `the catalogues that ship have the same phrases with the same places`() throws {
    let catalogues = try Catalogue.shipped()
    #expect(catalogues.map(\.language) == ["zh-Hans", "en"])
    for phrase in Phrase.allCases {
      let places = catalogues.map { $0.places(in: phrase) }
      #expect(places[0] == places[1], "\(phrase.rawValue)")
    }
  }

  @Test func `a count chooses between one and many`() throws {
    let english = try #require(try Catalogue.shipped().last)
    #expect(english.text(.blocksUnchanged, count: 1) == "1 block unchanged")
    #expect(english.text(.blocksUnchanged, count: 2) == "2 blocks unchanged")
    #expect(english.text(.blocksUnchanged, count: 0) == "0 blocks unchanged")
  }

  @Test(arguments: [
    ("nonsense: x", 1, "no phrase is called 'nonsense'"),
    ("# fine\n\nlanguageName: a\nlanguageName: b", 4, "the phrase 'languageName' is given twice"),
    ("languageName", 1, "a line without 'key:'"),
    ("languageName: a", 1, "no words for"),
  ])
  func `a fault in a catalogue has its line`(text: String, line: Int, words: String) {
    let fault = #expect(throws: CatalogueFault.self) {
      _ = try Catalogue(language: "x", text: text)
    }
    #expect(fault?.line == line)
    #expect(fault?.message.hasPrefix(words) == true)
  }

  @Test func `no page shows a place that nobody has filled in`() throws {
    for page in try SampleSite.htmlPages() { expectAbsent("{", from: page) }
  }
}
