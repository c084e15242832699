package anbinh.sightings.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A connection to a source that does not connect to us.
///
/// @param name of what is connected to: a broker's host, a camera's code
/// @param state whether it is there, or why not
/// @param since when the state began
/// @param detail what went wrong, as the program that noticed it says; null while connected
public record SourceConnection(String name, State state, Instant since, @Nullable String detail) {
  public enum State {
    /// It was never there yet.
    CONNECTING,
    CONNECTED,
    /// It was there or not, and is tried again.
    UNREACHABLE,
    /// It does not accept the username, the password or the subscription.
    NOT_ACCEPTED,
    /// Its certificate is not trusted.
    NOT_TRUSTED,
    /// It is there, and sends no metadata by this path.
    NO_METADATA,
    /// It sends metadata in a form that is not read, such as EXI.
    NOT_SUPPORTED
  }
}
