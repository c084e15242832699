package anbinh.standard.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document that speaks for an answer, by its name and number.
///
/// @param speaksFor the day that it speaks for, which is not the one on which it was entered
/// @param renews the one of the year before that somebody said is still valid
record Evidence(
    UUID id,
    String criterion,
    String title,
    @Nullable String number,
    LocalDate speaksFor,
    @Nullable UUID renews,
    UUID by,
    Instant at,
    @Nullable String withdrawnReason,
    @Nullable UUID withdrawnBy,
    @Nullable Instant withdrawnAt) {}
