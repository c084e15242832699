package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a package is deleted, and why it may be.
///
/// @param endedOn the day of the paper by which its case ended for good
/// @param keepDays that were kept after it
/// @param event the certificate; null until everything is gone
record Deletion(
    UUID requestId,
    Instant notedAt,
    CaseEnding.EndKind end,
    LocalDate endedOn,
    int keepDays,
    @Nullable UUID event) {}
