package anbinh.standard.past;

import anbinh.standard.StandardOutcome;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about a unit in a year, as a list says it.
///
/// @param decision the number of the paper; null where the list has none, as is its day
/// @param certificate the number of the certificate
record PastResult(
    UUID id,
    UUID areaId,
    int year,
    StandardOutcome outcome,
    @Nullable String decision,
    @Nullable LocalDate decidedOn,
    @Nullable String certificate) {}
