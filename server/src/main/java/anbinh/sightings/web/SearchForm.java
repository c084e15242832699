package anbinh.sightings.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A search for a vehicle.
///
/// @param caseId in which it is searched for
/// @param reason why, in the searcher's own words
/// @param text what is remembered: plate, kind, colour, time, place
/// @param misreading how wrong the reading may be, 10 for a character that looks like the one
///   remembered and 20 for any other; null for what fits how much is remembered
/// @param strict whether kind, colours and direction must be so; otherwise what is not so comes
///   later
/// @param from from when on, where the text says no time
/// @param to likewise
record SearchForm(
    @NotNull UUID caseId,
    @NotBlank @Size(max = 1000) String reason,
    @NotBlank @Size(max = MAX_TEXT) String text,
    @Nullable @Min(0) @Max(MAX_MISREADING) Integer misreading,
    @Nullable Boolean strict,
    @Nullable Instant from,
    @Nullable Instant to) {
  static final int MAX_TEXT = 300;
  static final int MAX_MISREADING = 60;
}
