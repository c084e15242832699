package anbinh.evidence.message;

import anbinh.cameras.store.Cameras;
import anbinh.evidence.message.MessageTable.Reached;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds owners who got their present link by a message and did not answer: once before their
/// recorder overwrites what is asked for, and once before the time to answer ends. Whoever was
/// written to late is reminded when half of the rest is over; of two that are due at once the one
/// about the end alone is sent. For one thread.
@Component
class MessageReminders {
  private final MessageTable table;
  private final OwnerMessages messages;
  private final Requests requests;
  private final Cameras cameras;
  private final MessageSettings settings;
  private final TransactionTemplate transactions;

  MessageReminders(
      MessageTable table,
      OwnerMessages messages,
      Requests requests,
      Cameras cameras,
      MessageSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.messages = messages;
    this.requests = requests;
    this.cameras = cameras;
    this.settings = settings;
    this.transactions = transactions;
  }

  /// Queues every reminder that is due.
  void queueDue() {
    Instant now = requests.now();
    Duration earliest =
        settings.beforeOverwritten().compareTo(settings.beforeEnd()) > 0
            ? settings.beforeOverwritten()
            : settings.beforeEnd();
    for (Reached owner : table.listReached(now, now.plus(earliest))) {
      due(owner, now)
          .ifPresent(kind ->
              transactions.executeWithoutResult(_ ->
                  messages.remind(
                      owner.requestId(),
                      owner.cameraId(),
                      kind,
                      owner.channel(),
                      owner.language())));
    }
  }

  private Optional<MessageKind> due(Reached owner, Instant now) {
    if (!now.isBefore(at(owner.openUntil(), settings.beforeEnd(), owner.sentAt()))) {
      return Optional.of(MessageKind.LINK_ENDING);
    }
    Instant to = requests.get(owner.requestId()).findGrant().orElseThrow().to();
    Instant gone = OwnerRequests.goneAt(cameras.get(owner.cameraId()), to);
    boolean soon = !now.isBefore(at(gone, settings.beforeOverwritten(), owner.sentAt()));
    return soon && !owner.remindedOfFootage()
        ? Optional.of(MessageKind.FOOTAGE_ENDING)
        : Optional.empty();
  }

  private static Instant at(Instant end, Duration before, Instant sent) {
    Instant requested = end.minus(before);
    Instant half = sent.plus(Duration.between(sent, end).dividedBy(2));
    return requested.isAfter(half) ? requested : half;
  }
}
