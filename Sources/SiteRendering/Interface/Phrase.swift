/// The phrases of the interface; a catalogue has words for each.
public enum Phrase: String, Sendable, Hashable, CaseIterable {
  case languageName, interfaceLanguage, skipToText, navigation, navigationHome, navigationText
  case navigationComparison, navigationNotes, navigationAgencies, navigationDeadlines
  case navigationMethod, colophon, copyLink, copiedLink, changeTheme, notice, noticeOn, contents
  case previousChapter, nextChapter, allChapters, otherChapters
  case beganEarlier, textBeginsIn, versions, waysFrom, readVersion, changesSince, changesUntil
  case seeSource, permanentLinkTo, linesOfSource, sourceOf, sourceExplained, lineShared, noBlock
  case sourceReadExplained, sourcePage
  case lineBegins, linesJoined
  case ruleHeadingMark, ruleHeadingEnds, ruleHeadingGoesOn
  case ruleTitleOfMark, ruleLineIsParagraph, rulePageBreak
  case ruleIndent, ruleNoIndent, ruleArticleMark
  case ruleItemMark, ruleBlankLine, ruleDetachedFirstLine
  case ruleSentenceOverBlank, ruleStandsAlone, ruleNoBlankLine
  case ruleSalutation, ruleShortLine, ruleFullLine
  case ruleSentenceGoesOn, ruleTypeSize, ruleRoomAbove
  case ruleRoomForWord, ruleNoRoomForWord, ruleNewColumn
  case ruleTableRow, ruleHeadingType, ruleLineBreak, ruleRuling, ruleStandsApart
  case ruleContentsEntry
  case comparisons, changedChapters, comparisonsExplained, comparisonOf, becomes, showInOneColumn,
    showSideBySide
  case summary, textWithChanges, and, byWeight, changed, more, changedLast, legendAdded
  case legendRemoved, legendTypographic, blocksUnchanged, chaptersUnchanged, previousChange,
    nextChange, seeOldPlace
  case seeNewPlace, movedAway, absentInVersion, doubtfulLink, insertionStarts, insertionEnds
  case deletionStarts, deletionEnds, partedHere, joinedHere, kindEqual, kindEdited, kindRetitled
  case kindInserted, kindDeleted, kindMoved, kindSplit, kindMerged, kindRenumbered
  case kindCounterpart, substanceTypographic, substanceWording, substanceSubstantive, tagNumber
  case reasonChanged, reasonSeveralPlaces, reasonDeleted, reasonRewritten, reasonReplaced
  case reasonRetired, reasonLostBefore
  case tagDate, tagAgency, tagModality, tagScope, changeIndex, history, historyAt, histories
  case historiesExplained, historiesLink, historyOf, retiredBlocks, changedBlocks
  case retiredExplained, goneHere, noSuccessor, successors, seeComparison, noteNumber, notesOn
  case notesRegister, notesExplained, notesForReview, unplacedNotes, unplacedExplained
  case inRegister, toPassage, nowReads, wroteOn, perhaps, evidence, deadline, deadlines
  case deadlinesExplained, timelineOf, withoutDate, columnDate, columnPassage, columnAgencies
  case columnKind, dateNone, due, agencies, agenciesExplained, otherNames, partOf
  case changedForAgency, changedNotes, andOthers, roleLead, roleResponsible, roleCollating
  case roleSupport, roleByDuty, roleLocal, basisText, basisReading, basisOfficial, outcomeOriginal
  case outcomeSame, outcomeEdited, outcomeMoved, outcomeSplit, outcomeMerged, outcomeAmbiguous
  case outcomeOrphaned, outcomeReview, statePlanned, stateUnderWay, stateDone, stateDelayed
  case stateDropped, aboutSite, startReading, extent, method, methodTextHeading, methodText
  case methodIdentifierHeading, methodIdentifier, methodIdentifierLife, methodCitationHeading
  case methodCitation, methodComparisonHeading, methodComparison, methodSubstance
  case methodNotesHeading, methodNotes, methodCarrying
  case search, searchExplained, searchLabel, searchEverywhere, searchIn, searchText, searchNote
  case citing, cite, asFiles
  case facets, facetsAll, facetWeight, facetValue, facetSort, columnState, columnReview
  case keysForChanges
  case departed, departedExplained, departedCount, lastRead
  case searchNothing, searchFound, searchWords, searchMore, searchByHeading
}
