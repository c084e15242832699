package anbinh.cameras;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How an owner stands to the use of the camera, as of the newest [ConsentStatement].
///
/// @param until the last day on which it counts; null for no end
public record Consent(State state, @Nullable LocalDate until) {
  public static final Consent NONE = new Consent(State.NONE, null);

  public enum State {
    /// The owner is a public body.
    NOT_NEEDED,
    /// The owner has not stated anything yet.
    NONE,
    GIVEN,
    /// It was given until a day that is over.
    EXPIRED,
    /// The owner is not asked again.
    WITHDRAWN
  }

  /// What it comes to on a day.
  public State on(LocalDate day) {
    return state == State.GIVEN && until != null && day.isAfter(until) ? State.EXPIRED : state;
  }
}
