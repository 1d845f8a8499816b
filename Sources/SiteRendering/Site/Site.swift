/// Everything that a site shows, as a value.
///
/// What is in here decides every byte of the site: nothing is read from a disk, a clock or the
/// machine's language.
public struct Site: Sendable {
  /// The site's title, as it stands at the head of each page; mostly the plan's.
  public var title: String

  /// The interface's languages; the pages of the first stand at the site's root, those of any other
  /// in a folder named for its language.
  public var catalogues: [Catalogue]

  /// Where the site is published; without it there is no feed and no map of the site.
  public var address: SiteAddress?

  /// What stands at the foot of each page besides the toolkit's own line.
  public var footer: String?

  /// Whether the texts stand on one page or by chapter.
  public var pagination: Pagination = .automatic

  /// Files that stand beside the pages: the notes in other programs' forms.
  public var files: [Page] = []

  /// The versions, oldest first; a reader is led to the last one that has no notice.
  public var versions: [Version]

  /// What was recorded of blocks that are gone, oldest first; of use where no version of the site has
  /// a block any more.
  public var retirements: [Retirement] = []

  /// What plugins contribute to pages, in the order in which it stands there.
  public var contributions: [Contribution] = []

  /// The comparisons to be shown; their order is that of the lists.
  public var comparisons: [VersionComparison]

  /// The kinds of notes, in the order in which a reader meets them.
  public var kinds: [NoteKind]

  /// The agencies that notes name, in the order of the project's list.
  public var agencies: [Agency]

  /// The notes, in the order of the project's files.
  public var notes: [Note]

  /// Creates a site.
  public init(
    title: String, catalogues: [Catalogue], versions: [Version],
    comparisons: [VersionComparison] = [], kinds: [NoteKind] = [], agencies: [Agency] = [],
    notes: [Note] = []
  ) {
    self.title = title
    self.catalogues = catalogues
    self.versions = versions
    self.comparisons = comparisons
    self.kinds = kinds
    self.agencies = agencies
    self.notes = notes
  }
}
