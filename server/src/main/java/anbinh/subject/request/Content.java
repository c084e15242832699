package anbinh.subject.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who asks, what, and what they were told. Never printed.
///
/// @param words what they ask, in their own words
/// @param place they speak of
/// @param from the time they speak of
/// @param camera they speak of, as they call it
/// @param extension why it takes longer
/// @param reason of the outcome
/// @param article of the law by which it was not granted, or not all of it
record Content(
    String name,
    String contact,
    String words,
    @Nullable String place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String camera,
    @Nullable String extension,
    @Nullable String reason,
    @Nullable String article) {
  Content extended(String why) {
    return new Content(name, contact, words, place, from, to, camera, why, reason, article);
  }

  Content ended(String why, @Nullable String by) {
    return new Content(name, contact, words, place, from, to, camera, extension, why, by);
  }

  @Override
  public String toString() {
    return "Content[…]";
  }
}
