import Annotations
import PlanModel
import Testing

private let yaml = """
  agencies:
    - { id: sasac, name: 国资委 }
    - { id: cbirc, name: 银保监会, aliases: [金融监管机构], from: "2018", until: "2023-05-17", successor: nfra }
    - { id: nfra, name: 金融监管总局, aliases: [金融监管机构], from: "2023-05-18", parent: council }
    - { id: council, name: 国务院 }
  """

private func faults(_ yaml: String) -> [String] {
  AgenciesFile(yaml: yaml, file: "agencies.yml").diagnostics.map {
    "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)"
  }
}

@Suite struct `The registry of agencies` {
  @Test func `finds an agency by each of its names`() {
    let registry = AgenciesFile(yaml: yaml, file: "agencies.yml").registry
    #expect(registry.agency(named: "cbirc")?.id == "cbirc")
    #expect(registry.agency(named: "银保监会")?.id == "cbirc")
    #expect(registry.agency(named: "保监会") == nil)
    #expect(registry.lineage(of: "nfra").map(\.id) == ["nfra", "council"])
  }

  @Test(arguments: [
    ("2019-12-02", "cbirc"), ("2023-05-17", "cbirc"), ("2023-05-18", "nfra"),
    ("2024-06-01", "nfra"),
    ("2001-01-01", "cbirc"),
  ])
  func `takes the one that existed on the day`(day: String, expected: String) throws {
    let registry = AgenciesFile(yaml: yaml, file: "agencies.yml").registry
    let day = try #require(CalendarDay(day))
    let agency = registry.agency(named: "金融监管机构", on: day)
    #expect(agency?.id == expected)
    #expect(registry.agency(named: "金融监管机构")?.id == "cbirc")
  }

  @Test func `takes the day from the version of a note`() {
    let agencies = AgenciesFile(yaml: yaml, file: "agencies.yml")
    let kinds = KindsFile(yaml: kindsYAML, file: "kinds.yml").kinds
    let notes = ["2019-12-02", "2024-06-01-demo"].map { version in
      AnnotationFile(
        yaml: "notes: [{ id: a, kind: task, on: { version: \(version), quote: x }, lead: 金融监管机构 }]",
        file: "notes.yml", kinds: kinds, agencies: agencies.registry
      ).annotations.first?.agencies.first?.reference.agency
    }
    #expect(notes == ["cbirc", "nfra"])
  }

  @Test func `may share a name between agencies of different times only`() {
    #expect(faults(yaml) == [])
    #expect(faults(yaml.replacing(", from: \"2023-05-18\"", with: "")) == ["4:5 shared-name"])
    #expect(faults(yaml.replacing("name: 国资委", with: "name: 国务院")) == ["5:5 shared-name"])
  }

  @Test(arguments: [
    ("parent: council", "parent: councli", "4:5 unknown-agency"),
    ("id: sasac, ", "", "2:5 missing-field"), ("id: sasac", "id: 国资委", "2:5 bad-name"),
    ("\"2018\"", "18", "3:55 bad-date"), ("from: \"2018\"", "from: 2028", "3:5 bad-date"),
  ])
  func `points at its faults`(right: String, wrong: String, expected: String) {
    #expect(faults(yaml.replacing(right, with: wrong)).contains(expected))
  }

  @Test func `goes round a circle of parents once`() {
    let circle = "agencies: [{ id: a, name: A, parent: b }, { id: b, name: B, parent: a }]"
    let registry = AgenciesFile(yaml: circle, file: "agencies.yml").registry
    #expect(registry.lineage(of: "a").map(\.id) == ["a", "b"])
  }
}
