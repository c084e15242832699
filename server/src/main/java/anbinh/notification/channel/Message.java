package anbinh.notification.channel;

import java.util.Locale;
import java.util.UUID;

/// A message as it goes out. Never printed.
///
/// @param id the same at every attempt
/// @param target where it goes: a browser's address, an e-mail address or a telephone number
/// @param urgent whether what waits is
record Message(
    UUID id, String target, boolean urgent, Locale language, String subject, String text) {
  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
