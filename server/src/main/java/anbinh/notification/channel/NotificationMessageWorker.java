package anbinh.notification.channel;

import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.notification.NotificationSettings;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
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
class NotificationMessageWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationMessageWorker.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);
  private static final Duration MAX_PAUSE = Duration.ofMinutes(30);

  /// That something waited so long ago is no news.
  private static final int MAX_ATTEMPTS = 8;

  private final AddressTable table;
  private final Addresses addresses;
  private final PreferenceTable preferences;
  private final NotificationChannels channels;
  private final NotificationMessageWriter writer;
  private final ConfirmationCodes codes;
  private final People people;
  private final SiteClock clock;
  private final Retry retry;

  NotificationMessageWorker(
      AddressTable table,
      Addresses addresses,
      PreferenceTable preferences,
      NotificationChannels channels,
      NotificationMessageWriter writer,
      ConfirmationCodes codes,
      People people,
      SiteClock clock,
      NotificationSettings settings) {
    super("notification messages", settings.retry());
    this.table = table;
    this.addresses = addresses;
    this.preferences = preferences;
    this.channels = channels;
    this.writer = writer;
    this.codes = codes;
    this.people = people;
    this.clock = clock;
    this.retry = new Retry(settings.retry(), MAX_PAUSE);
  }

  @Override
  protected Duration round() throws InterruptedException {
    for (Address address : table.listDue(clock.now())) {
      if (isRunning()) {
        attempt(address);
      }
    }
    return sleepUntil(table.findNextDue().orElse(Instant.MAX), clock.now(), MAX_SLEEP);
  }

  private void attempt(Address address) throws InterruptedException {
    Optional<Person> person = people.find(address.personId()).filter(Person::active);
    if (person.isEmpty()) {
      addresses.removeAll(address.personId());
      return;
    }
    if (isHeldBack(address)) {
      return;
    }
    try {
      Sender sender =
          channels
              .find(address.channel())
              .orElseThrow(() -> new SendFailure(Failure.NOT_SET_UP, "the channel is off"));
      boolean known =
          sender.send(
              writer.write(address, table.target(address.id()), person.get(), codes.of(address)));
      if (known) {
        table.end(address, clock.now(), null);
      } else {
        addresses.remove(address);
      }
    } catch (SendFailure e) {
      LOG.warn("a notification by {} did not go out: {}", address.channel(), e.getMessage());
      note(address, e.failure());
    } catch (RuntimeException e) {
      LOG.warn("a notification by {} cannot be made", address.channel(), e);
      note(address, Failure.FAULT);
    }
  }

  /// What is not urgent waits for the end of the quiet hours, however it came to be due in them.
  private boolean isHeldBack(Address address) {
    if (address.message() != MessageKind.WAITING) {
      return false;
    }
    Instant now = clock.now();
    Instant earliest = preferences.get(address.personId()).earliest(now, clock.zone());
    if (earliest.isAfter(now)) {
      table.setDue(address.id(), MessageKind.WAITING, earliest);
      return true;
    }
    return false;
  }

  private void note(Address address, Failure failure) {
    if (failure.passing() && address.attempts() < MAX_ATTEMPTS) {
      table.setRetry(address, failure, clock.now().plus(retry.pause(address.attempts())));
    } else {
      table.end(address, null, failure);
    }
  }
}
