package anbinh.notification.channel;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Attempts;
import anbinh.identity.Person;
import anbinh.notification.Channel;
import anbinh.notification.NotificationEvent;
import anbinh.notification.NotificationProblem;
import anbinh.notification.NotificationSettings;
import anbinh.platform.EmailAddress;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.worklist.WorklistKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The addresses of people, and what waits for them. Each change is one transaction with its entry
/// of the log. Safe for many threads.
@Component
public class Addresses {
  private static final int MAX_ADDRESSES = 10;
  private static final int MAX_CODE_TRIES = 5;
  private static final Duration CODE_LASTS = Duration.ofMinutes(15);
  private static final int MAX_MESSAGES = 10;
  private static final Duration DAY = Duration.ofDays(1);

  /// As people write it: digits with blanks, dots and dashes between.
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ .-]?[0-9]){7,14}");

  private final AddressTable table;
  private final PreferenceTable preferences;
  private final NotificationChannels channels;
  private final ConfirmationCodes codes;
  private final Attempts sent;
  private final Duration spacing;
  private final SiteClock clock;
  private final Ids ids;
  private final AuditLog log;
  private final ObjectProvider<NotificationMessageWorker> worker;

  Addresses(
      AddressTable table,
      PreferenceTable preferences,
      NotificationChannels channels,
      ConfirmationCodes codes,
      NotificationSettings settings,
      SiteClock clock,
      Ids ids,
      AuditLog log,
      ObjectProvider<NotificationMessageWorker> worker) {
    this.table = table;
    this.preferences = preferences;
    this.channels = channels;
    this.codes = codes;
    this.sent = new Attempts(clock::now, MAX_MESSAGES, DAY);
    this.spacing = settings.spacing();
    this.clock = clock;
    this.ids = ids;
    this.log = log;
    this.worker = worker;
  }

  /// Whoever has one that messages go to.
  public List<UUID> listPeople() {
    return table.listPeople();
  }

  /// Adds an address. A browser is its owner's at once; to another address a code is sent. Added
  /// again, it is the same; a browser that was somebody else's is not any more.
  @Transactional
  Address add(
      Person person, Channel channel, String given, @Nullable String label, boolean urgentOnly) {
    if (channels.find(channel).isEmpty()) {
      throw Problem.of(NotificationProblem.NOTIFICATION_CHANNEL_OFF);
    }
    String target = target(channel, given);
    table.lock(person.id());
    Address same = table.find(person.id(), channel, target).orElse(null);
    if (same != null) {
      table.updateUrgentOnly(same.id(), urgentOnly);
      if (same.confirmedAt() == null) {
        sendCode(same, person);
      }
      return get(same.id());
    }
    if (table.list(person.id()).size() >= MAX_ADDRESSES) {
      throw Problem.of(NotificationProblem.TOO_MANY_NOTIFICATION_ADDRESSES, MAX_ADDRESSES);
    }
    boolean browser = channel == Channel.PUSH;
    if (browser) {
      table.listOthersOfBrowser(person.id(), target).forEach(this::remove);
    }
    Instant now = clock.now();
    Address address =
        new Address(
            ids.next(),
            person.id(),
            channel,
            label,
            urgentOnly,
            now,
            null,
            0,
            browser ? now : null,
            null,
            null,
            0,
            null,
            null);
    table.insert(address, target);
    record(NotificationEvent.ADDRESS_ADDED, address, person);
    if (!browser) {
      sendCode(address, person);
    }
    return get(address.id());
  }

  private String target(Channel channel, String given) {
    String target = given.strip();
    boolean right =
        switch (channel) {
          case PUSH -> channels.push().orElseThrow().accepts(target);
          case EMAIL -> EmailAddress.is(target);
          case TEXT -> PHONE.matcher(target).matches();
        };
    if (!right) {
      throw Problem.invalid("target", "notification-" + channel.name().toLowerCase(Locale.ROOT));
    }
    return switch (channel) {
      case PUSH -> target;
      case EMAIL -> target.toLowerCase(Locale.ROOT);
      case TEXT -> target.replaceAll("[ .-]", "");
    };
  }

  private Address get(UUID id) {
    return table.find(id).orElseThrow();
  }

  private void sendCode(Address address, Person person) {
    requireFewMessages(person);
    Instant now = clock.now();
    table.updateCode(address.id(), now.plus(CODE_LASTS), now);
    wakeAfterCommit();
  }

  /// Messages that somebody asks for themself: nobody is to be written to by a stranger again and
  /// again.
  private void requireFewMessages(Person person) {
    sent.begin(person.id().toString())
        .ifPresent(wait -> {
          throw Problem.of(NotificationProblem.TOO_MANY_NOTIFICATION_MESSAGES, MAX_MESSAGES)
              .after(wait);
        });
  }

  /// Sends a test message to an address, or another code to one that is not confirmed.
  @Transactional
  void sendMessage(Person person, UUID id) {
    Address address = requireOwn(person, id);
    if (address.confirmedAt() == null) {
      sendCode(address, person);
    } else {
      requireFewMessages(person);
      table.setDue(id, MessageKind.TEST, clock.now());
      wakeAfterCommit();
    }
  }

  /// A wrong code counts, so this is no transaction that is taken back.
  @Transactional(noRollbackFor = Problem.class)
  void confirm(Person person, UUID id, String code) {
    Address address = requireOwn(person, id);
    if (address.confirmedAt() != null) {
      return;
    }
    Instant now = clock.now();
    Instant until = address.codeUntil();
    if (until == null || until.isBefore(now) || address.codeTries() >= MAX_CODE_TRIES) {
      throw Problem.of(NotificationProblem.NOTIFICATION_CODE_OVER);
    }
    if (!codes.isOf(address, code)) {
      table.noteWrongCode(id);
      throw Problem.of(NotificationProblem.NOTIFICATION_CODE_WRONG);
    }
    table.confirm(id, now);
    record(NotificationEvent.ADDRESS_CONFIRMED, address, person);
  }

  @Transactional
  void setUrgentOnly(Person person, UUID id, boolean urgentOnly) {
    requireOwn(person, id);
    table.updateUrgentOnly(id, urgentOnly);
  }

  @Transactional
  void remove(Person person, UUID id) {
    Address address = requireOwn(person, id);
    table.delete(id);
    record(NotificationEvent.ADDRESS_REMOVED, address, person);
  }

  private Address requireOwn(Person person, UUID id) {
    return table
        .findForUpdate(id)
        .filter(each -> each.personId().equals(person.id()))
        .orElseThrow(() -> Problem.of(NotificationProblem.NO_SUCH_NOTIFICATION_ADDRESS));
  }

  /// Removes one that nobody reads any more.
  @Transactional
  void remove(Address address) {
    table.delete(address.id());
    record(NotificationEvent.ADDRESS_REMOVED, address, null);
  }

  /// Removes those of somebody who may not sign in any more.
  @Transactional
  public void removeAll(UUID person) {
    table.list(person).forEach(this::remove);
  }

  /// Has somebody told that more waits, at each address that takes it.
  ///
  /// @param urgent told at once, also in quiet hours
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(UUID person, WorklistKind kind, boolean urgent) {
    boolean muted = preferences.get(person).muted().contains(kind);
    long pause = urgent ? 0 : spacing.toSeconds();
    if (!muted && table.setDue(person, urgent, clock.now(), pause) > 0) {
      wakeAfterCommit();
    }
  }

  /// Takes back what is not urgent and was not sent yet: they saw it in the console.
  public void setSeen(UUID person) {
    table.setSeen(person);
  }

  private void record(NotificationEvent type, Address address, @Nullable Person by) {
    Event event = Event.of(type).fact("channel", address.channel());
    log.record(by == null ? event : event.by(by.actor()).about("person", by.pseudonym(), null));
  }

  private void wakeAfterCommit() {
    worker.ifAvailable(NotificationMessageWorker::wakeAfterCommit);
  }
}
