// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlogundertest.h"

#include "audit/journal.h"

#include <QObject>

namespace pipeline::tests {

/// What backlog.h and the contract promise, as tests that every implementation of Backlog passes.
class BacklogContract : public QObject {
    Q_OBJECT

protected:
    /// A new, empty backlog.
    virtual std::unique_ptr<BacklogUnderTest> make() = 0;

private slots:
    // backlogcontract_insert.cpp
    void anOutsideInsertIsComplete();
    void contextoMustBeAnObject_data();
    void contextoMustBeAnObject();
    void theSameKeyGivesTheSameRow();
    void theSameKeyFromManyThreadsGivesOneRow();
    void anUnknownOriginIsRefused();
    void emptyTextsAreNoObstacle();
    void idsAreNeverReused();
    void everyChangeGivesANewVersion();
    void listsByWhatIsAskedFor();
    void aMissingItemIsNotFound();

    // backlogcontract_claim.cpp
    void priorityThenAge();
    void notBeforeItIsAvailable();
    void capabilities_data();
    void capabilities();
    void unknownTypesAreLeftAlone();
    void oneDeploymentPerEnvironment();
    void aDeploymentThatMayStillRunKeepsItsEnvironment();
    void anUnansweredDeploymentKeepsItsEnvironment();
    void exhaustedAttemptsEndTheItem();
    void manyThreadsClaimEachItemOnce();

    // backlogcontract_lease.cpp
    void anEndedLeaseIsClaimedWithAHigherFence();
    void anExtendedLeaseIsNotClaimed();
    void extendNeverShortens();
    void aPulseChangesNothing();
    void theOldHolderWritesNothing_data();
    void theOldHolderWritesNothing();
    void nobodyHoldsAnEndedItem();

    // backlogcontract_end.cpp
    void completionBringsFollowerAndJournal();
    void completionWithoutFollower();
    void postponedItemsComeBackLater();
    void aCancelledItemIsNotPostponed();
    void arrivalsAreWhatReachedAnEnvironment();
    void cancelAPendingItem();
    void cancelARunningItem();
    void cancelAFinishedItem();
    void cancelAForeignItem();
    void retryAFailedItem();
    void retryNothingElse();
    void withoutJournalNothingHappens_data();
    void withoutJournalNothingHappens();

    // backlogcontract_decide.cpp
    void approvalInsertsTheDeployment();
    void rejectionInsertsNothing();
    void aStaleVersionIsAConflict();
    void aDecisionIsMadeOnce();
    void anOutsideDecisionComesFirst();
    void onlyApprovalsAreDecided();
    void anUnreadableApprovalIsRefused();
    void manyDecideAndOneWins();

    // backlogcontract_achieved.cpp
    void exhaustedAttemptsTellWhatWasDone();
    void aCancelledItemTellsWhatWasDone();

    // backlogcontract_update.cpp
    void updatesGoToTheirHost();

private:
    /// What could have been written: the rows, versions, events, effects, tests, attempts and journal of the backlog.
    static QVariantList footprint(BacklogUnderTest &parts);

    /// All entries of the journal, newest first.
    static QList<audit::Entry> journal(BacklogUnderTest &parts);
};

} // namespace pipeline::tests
