package anbinh.evidence.message;

import org.jspecify.annotations.Nullable;

/// The part of a message that is encrypted while it waits. Never printed.
///
/// @param to address or telephone number
/// @param secret of the link; null in a reminder, which repeats none
record Content(String to, @Nullable String secret) {
  @Override
  public String toString() {
    return "Content[…]";
  }
}
