/// The phrases of the interface; a catalogue has words for each.
public enum Phrase: String, Sendable, Hashable, CaseIterable {
  case languageName, interfaceLanguage, skipToText, navigation, navigationHome, navigationText
  case navigationComparison, navigationNotes, navigationAgencies, navigationDeadlines
  case navigationMethod, colophon, copyLink, copiedLink, changeTheme, notice, noticeOn, contents
  case beganEarlier, textBeginsIn, versions, waysFrom, readVersion, changesSince, changesUntil
  case seeSource, permanentLinkTo, linesOfSource, sourceOf, sourceExplained, lineShared, noBlock
  case comparisons, comparisonsExplained, comparisonOf, becomes, showInOneColumn, showSideBySide
  case summary, textWithChanges, and, byWeight, changed, changedLast, legendAdded, legendRemoved
  case legendTypographic, blocksUnchanged, previousChange, nextChange, seeOldPlace, seeNewPlace
  case movedAway, absentInVersion, doubtfulLink, insertionStarts, insertionEnds, deletionStarts
  case deletionEnds, partedHere, joinedHere, kindEqual, kindEdited, kindRetitled, kindInserted
  case kindDeleted, kindMoved, kindSplit, kindMerged, kindRenumbered, kindCounterpart
  case substanceTypographic, substanceWording, substanceSubstantive, tagNumber, tagDate, tagAgency
  case tagModality, tagScope, changeIndex, history, histories, historiesExplained, historiesLink
  case historyOf, retiredBlocks, changedBlocks, retiredExplained, goneHere, noSuccessor
  case successors, seeComparison, noteNumber, notesOn, notesRegister, notesExplained
  case notesForReview, byKind, unplacedNotes, unplacedExplained, inRegister, toPassage, nowReads
  case wroteOn, perhaps, evidence, deadline, deadlines, deadlinesExplained, timelineOf
  case withoutDate, columnDate, columnPassage, columnAgencies, columnKind, dateNone, due, agencies
  case agenciesExplained, otherNames, partOf, changedForAgency, changedNotes, roleLead
  case roleResponsible, roleCollating, roleSupport, roleByDuty, roleLocal, basisText, basisReading
  case basisOfficial, outcomeOriginal, outcomeSame, outcomeEdited, outcomeMoved, outcomeSplit
  case outcomeMerged, outcomeAmbiguous, outcomeOrphaned, outcomeReview, statePlanned
  case stateUnderWay, stateDone, stateDelayed, stateDropped, aboutSite, startReading, extent
  case method, methodTextHeading, methodText, methodIdentifierHeading, methodIdentifier
  case methodIdentifierLife, methodCitationHeading, methodCitation, methodComparisonHeading
  case methodComparison, methodSubstance, methodNotesHeading, methodNotes, methodCarrying
}
