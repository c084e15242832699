package anbinh.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The end for good of a case, which two people have said.
///
/// @param on the day of the paper
/// @param confirmedAt when the second person confirmed it here
public record CaseEnd(UUID caseId, CaseEnding.EndKind kind, LocalDate on, Instant confirmedAt) {}
