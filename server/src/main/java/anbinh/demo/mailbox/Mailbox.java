package anbinh.demo.mailbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The latest messages, in memory alone. Safe for many threads.
final class Mailbox {
  static final int MAX_MESSAGES = 100;

  private final Deque<Received> messages = new ArrayDeque<>();

  /// A message as a gateway gets it. Never printed: who knows its link answers as an owner.
  ///
  /// @param id the same at every attempt
  /// @param type of the call, such as `owner.message`
  /// @param to the telephone number
  record Received(
      String id,
      Instant at,
      String type,
      String to,
      String language,
      String text,
      @Nullable String link) {
    @Override
    public String toString() {
      return "Received[" + id + "]";
    }
  }

  synchronized void add(Received message) {
    if (messages.stream().anyMatch(each -> each.id().equals(message.id()))) {
      return;
    }
    messages.addFirst(message);
    if (messages.size() > MAX_MESSAGES) {
      messages.removeLast();
    }
  }

  /// The newest first.
  synchronized List<Received> list() {
    return List.copyOf(messages);
  }
}
