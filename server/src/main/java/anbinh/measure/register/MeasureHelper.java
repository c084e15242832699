package anbinh.measure.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who helps with a measure, or did.
///
/// @param personId their account; null for who has none, who sees nothing and is told by the keeper
/// @param memberId what they are in a team; null for who is in none
record MeasureHelper(
    UUID id,
    @Nullable UUID personId,
    @Nullable UUID memberId,
    Instant since,
    MeasureForms.@Nullable HelperEnd cause) {
  boolean helps() {
    return cause == null;
  }

  boolean is(@Nullable UUID person, @Nullable UUID member) {
    return (person != null && person.equals(personId))
        || (member != null && member.equals(memberId));
  }
}
