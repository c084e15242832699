package anbinh.cases;

import java.time.Instant;
import java.util.UUID;

/// What somebody wrote down about a case; never changed afterwards.
///
/// @param eventId of the event in the log
public record CaseNote(UUID id, UUID caseId, Instant at, UUID by, String words, UUID eventId) {}
