package anbinh.audit;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.log.Leaf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a leaf says, for features that hold their tables against the log.
///
/// @param objectId what it is about; null for nothing in particular
public record RecordedEvent(@Nullable String objectId, Json.Obj facts) {
  static Optional<RecordedEvent> of(Bytes leaf) {
    try {
      Leaf parsed = Leaf.parse(leaf.array());
      return Optional.of(new RecordedEvent(parsed.object(), new Json.Obj(parsed.facts())));
    } catch (FormatProblem unreadable) {
      return Optional.empty();
    }
  }
}
