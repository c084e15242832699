package anbinh.situation.kind;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// By when what comes next is due, each from the step before it.
///
/// @param write the written report, from the acknowledgement; null where none is due
/// @param decide from the acknowledgement
/// @param close from the decision
public record SituationTerms(
    Duration acknowledge, @Nullable Duration write, Duration decide, Duration close) {}
