package anbinh.evidence.message;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.ContactPurpose;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.owner.Owners;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.LinkSecret;
import anbinh.evidence.owner.OwnerEvent;
import anbinh.evidence.owner.OwnerRequestChanged;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.Requests;
import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.message.Failure;
import anbinh.platform.secret.SecretCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Queues messages and notes what became of them; each is one transaction with its entry of the
/// log. Checks no rights: callers do. Safe for many threads.
@Component
public class OwnerMessages {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration DAY = Duration.ofDays(1);

  private final MessageTable table;
  private final Channels channels;
  private final OwnerRequests ownerRequests;
  private final Requests requests;
  private final Owners owners;
  private final MessageSettings settings;
  private final SecretCipher cipher;
  private final Ids ids;
  private final AuditLog log;
  private final ObjectProvider<MessageWorker> worker;

  OwnerMessages(
      MessageTable table,
      Channels channels,
      OwnerRequests ownerRequests,
      Requests requests,
      Owners owners,
      MessageSettings settings,
      DataFolder data,
      Ids ids,
      AuditLog log,
      ObjectProvider<MessageWorker> worker) {
    this.table = table;
    this.channels = channels;
    this.ownerRequests = ownerRequests;
    this.requests = requests;
    this.owners = owners;
    this.settings = settings;
    this.cipher = new SecretCipher(data.folder("evidence").resolve("message.key"));
    this.ids = ids;
    this.log = log;
    this.worker = worker;
  }

  /// Makes a link in the place of the one there was and has it sent to the owner.
  ///
  /// @throws Problem when the channel is off, the contact has no address for it, or the owner was
  ///   written to often enough
  @Transactional
  public Message sendLink(
      UUID requestId, UUID cameraId, Channel channel, Locale language, Person by) {
    if (channels.find(channel).isEmpty()) {
      throw Problem.of(EvidenceProblem.CHANNEL_OFF);
    }
    requireFewLinks(cameraId);
    LinkSecret link = ownerRequests.issueLink(requestId, cameraId, by);
    OwnerContact contact = owners.readContact(cameraId, ContactPurpose.FOOTAGE, by.actor());
    String to = channel.address(contact).orElseThrow(() -> Problem.of(EvidenceProblem.NO_ADDRESS));
    Message message = message(requestId, cameraId, MessageKind.LINK, channel, language, null);
    queue(message, new Content(to, link.text()), by.actor());
    return message;
  }

  private void requireFewLinks(UUID cameraId) {
    Instant now = requests.now();
    List<Instant> sent = table.listLinks(cameraId, now.minus(DAY));
    if (sent.size() >= settings.linksPerDay()) {
      Instant next = sent.get(settings.linksPerDay() - 1).plus(DAY);
      throw Problem.of(EvidenceProblem.TOO_MANY_MESSAGES, settings.linksPerDay())
          .after(Duration.between(now, next));
    }
  }

  /// Has a reminder sent by the way that the link went; nothing when it was before, and nothing
  /// more when the owner is no longer reached by that way.
  @Transactional(propagation = Propagation.MANDATORY)
  void remind(UUID requestId, UUID cameraId, MessageKind kind, Channel channel, Locale language) {
    Optional<String> to =
        owners.hasContact(cameraId)
            ? channel.address(owners.readContact(cameraId, ContactPurpose.FOOTAGE, null))
            : Optional.empty();
    if (to.isPresent()) {
      queue(
          message(requestId, cameraId, kind, channel, language, null),
          new Content(to.get(), null),
          null);
    } else {
      table.insert(message(requestId, cameraId, kind, channel, language, requests.now()), null);
    }
  }

  private Message message(
      UUID requestId,
      UUID cameraId,
      MessageKind kind,
      Channel channel,
      Locale language,
      @Nullable Instant endedAt) {
    MessageState state = endedAt == null ? MessageState.WAITING : MessageState.CANCELLED;
    return new Message(
        ids.next(),
        requestId,
        cameraId,
        kind,
        channel,
        language,
        state,
        0,
        null,
        requests.now(),
        endedAt);
  }

  private void queue(Message message, Content content, @Nullable Actor by) {
    if (table.insert(message, cipher.encrypt(JSON.writeValueAsBytes(content)))) {
      log.record(about(OwnerEvent.MESSAGE_QUEUED, message).by(by));
      wakeAfterCommit();
    }
  }

  /// What a message that waits says, and to whom.
  Optional<Content> findContent(Message message) {
    return table
        .findCipher(message.id())
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), Content.class));
  }

  @Transactional
  void noteSent(Message message) {
    if (table.end(message.id(), MessageState.SENT, null, requests.now())) {
      log.record(about(OwnerEvent.MESSAGE_SENT, message));
    }
  }

  @Transactional
  void noteFailed(Message message, Failure why) {
    if (table.end(message.id(), MessageState.FAILED, why, requests.now())) {
      log.record(about(OwnerEvent.MESSAGE_FAILED, message).fact("why", why));
    }
  }

  @Transactional
  void cancel(Message message) {
    if (table.end(message.id(), MessageState.CANCELLED, null, requests.now())) {
      log.record(about(OwnerEvent.MESSAGE_CANCELLED, message));
    }
  }

  /// What still waits for an owner who answered is not sent any more.
  @EventListener
  public void follow(OwnerRequestChanged changed) {
    table.hurry(changed.requestId(), changed.cameraId(), requests.now());
    wakeAfterCommit();
  }

  private Event about(OwnerEvent type, Message message) {
    return Event.of(type)
        .about("request", message.requestId(), requests.get(message.requestId()).code())
        .fact("camera", message.cameraId())
        .fact("messageKind", message.kind())
        .fact("channel", message.channel());
  }

  private void wakeAfterCommit() {
    worker.ifAvailable(MessageWorker::wakeAfterCommit);
  }
}
