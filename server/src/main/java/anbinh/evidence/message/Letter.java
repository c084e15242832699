package anbinh.evidence.message;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as it goes out. Never printed.
///
/// @param id the same at every attempt
/// @param to address or telephone number
/// @param link of the owner's page; null in a reminder
/// @param until when the owner may answer
record Letter(
    UUID id,
    MessageKind kind,
    String to,
    Locale language,
    String subject,
    String text,
    @Nullable URI link,
    Instant until) {
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
