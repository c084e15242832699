package anbinh.evidence.message;

import anbinh.evidence.owner.LinkSecret;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.Requests;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.platform.message.Failure;
import anbinh.platform.message.SendFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends in the background what waits, and tries again what failed. Killed between a message's
/// departure and the note of it, it sends the message again. Safe for many threads.
@Component
@OnlyWhenServing
class MessageWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);

  private final MessageTable table;
  private final OwnerMessages messages;
  private final MessageReminders reminders;
  private final Channels channels;
  private final Letters letters;
  private final OwnerRequests ownerRequests;
  private final Requests requests;
  private final MessageSettings settings;
  private final Retry retry;

  MessageWorker(
      MessageTable table,
      OwnerMessages messages,
      MessageReminders reminders,
      Channels channels,
      Letters letters,
      OwnerRequests ownerRequests,
      Requests requests,
      MessageSettings settings) {
    super("messages", settings.retry());
    this.table = table;
    this.messages = messages;
    this.reminders = reminders;
    this.channels = channels;
    this.letters = letters;
    this.ownerRequests = ownerRequests;
    this.requests = requests;
    this.settings = settings;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
  }

  @Override
  protected Duration round() throws InterruptedException {
    reminders.queueDue();
    for (Message message : table.listDue(requests.now())) {
      if (isRunning()) {
        attempt(message);
      }
    }
    return sleepUntil(table.findNext().orElse(Instant.MAX), requests.now(), MAX_SLEEP);
  }

  private void attempt(Message message) throws InterruptedException {
    try {
      Optional<Content> content = messages.findContent(message);
      if (content.isEmpty()) {
        return;
      }
      Optional<OwnerRequest> ask = findWaiting(message, content.get());
      if (ask.isEmpty()) {
        messages.cancel(message);
        return;
      }
      Sender sender =
          channels
              .find(message.channel())
              .orElseThrow(() -> new SendFailure(Failure.NOT_SET_UP, "the channel is off"));
      sender.send(letters.write(message, content.get(), ask.get()));
      messages.noteSent(message);
    } catch (SendFailure e) {
      LOG.warn("message {} to an owner did not go out: {}", message.id(), e.getMessage());
      note(message, e.failure());
    } catch (RuntimeException e) {
      LOG.warn("message {} to an owner cannot be made", message.id(), e);
      note(message, Failure.FAULT);
    }
  }

  /// The ask, while it waits for its owner and the link of the message is the present one.
  private Optional<OwnerRequest> findWaiting(Message message, Content content) {
    return ownerRequests
        .find(message.requestId(), message.cameraId())
        .filter(ask -> ask.openAt(requests.now()))
        .filter(ask ->
            content.secret() == null
                || ownerRequests.leadsTo(new LinkSecret(content.secret()), ask));
  }

  private void note(Message message, Failure failure) {
    Instant now = requests.now();
    boolean late = message.queuedAt().plus(settings.giveUpAfter()).isBefore(now);
    if (late || !failure.passing()) {
      messages.noteFailed(message, failure);
    } else {
      table.setRetry(message.id(), failure, now.plus(retry.pause(message.attempts())));
    }
  }
}
