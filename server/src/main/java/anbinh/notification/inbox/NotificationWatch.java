package anbinh.notification.inbox;

import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.OpenSessions;
import anbinh.notification.NotificationSettings;
import anbinh.notification.channel.Addresses;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.Worklists;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the worklists of whoever can be told, because they are signed in or have an address,
/// and tells them what is new. What waited before the first look is no news. Features in which
/// something may be urgent are asked more often. For its own thread.
@Component
@OnlyWhenServing
class NotificationWatch extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationWatch.class);

  private final Worklists worklists;
  private final NotificationTable table;
  private final Addresses addresses;
  private final OpenSessions sessions;
  private final People people;
  private final NotificationSettings settings;
  private final SiteClock clock;
  private final Ids ids;
  private final TransactionTemplate transactions;
  private Instant complete = Instant.MIN;

  NotificationWatch(
      Worklists worklists,
      NotificationTable table,
      Addresses addresses,
      OpenSessions sessions,
      People people,
      NotificationSettings settings,
      SiteClock clock,
      Ids ids,
      TransactionTemplate transactions) {
    super("notifications", settings.everyUrgent());
    this.worklists = worklists;
    this.table = table;
    this.addresses = addresses;
    this.sessions = sessions;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.transactions = transactions;
  }

  @Override
  protected Duration round() {
    Set<UUID> watched = new LinkedHashSet<>(addresses.listPeople());
    watched.addAll(sessions.listPeople());
    Instant now = clock.now();
    boolean all = !complete.plus(settings.every()).isAfter(now);
    if (all) {
      complete = now;
    }
    for (UUID id : watched) {
      if (isRunning()) {
        look(id, all);
      }
    }
    return settings.everyUrgent();
  }

  /// One whose worklist cannot be read keeps nobody else from being told.
  private void look(UUID id, boolean all) {
    try {
      people
          .find(id)
          .filter(Person::active)
          .ifPresentOrElse(
              person -> transactions.executeWithoutResult(_ -> compare(person, all)),
              () -> addresses.removeAll(id));
    } catch (RuntimeException e) {
      LOG.warn("the worklist of a person could not be looked at", e);
    }
  }

  private void compare(Person person, boolean all) {
    Instant now = clock.now();
    boolean first = table.noteFirstLook(person.id(), now);
    List<WorklistEntry> entries =
        all || first ? worklists.listAll(person) : worklists.listUrgent(person);
    Set<WorklistKind> asked = entries.stream().map(WorklistEntry::kind).collect(Collectors.toSet());
    List<Seen> before =
        table.listSeen(person.id()).stream()
            .filter(each -> all || asked.contains(each.kind()))
            .toList();
    List<WorklistEntry> waiting = entries.stream().filter(each -> each.count() > 0).toList();
    News news = News.between(before, waiting, settings.repeat(), now);
    // Mostly nothing has changed, and then nothing is written.
    table.putSeen(
        person.id(), news.seen().stream().filter(each -> !before.contains(each)).toList());
    if (!first) {
      news.items().forEach(item -> tell(person, item, now));
    }
  }

  private void tell(Person person, News.Item item, Instant now) {
    table.insert(
        person.id(),
        new Notification(
            ids.next(), item.kind(), item.reason(), item.count(), item.urgent(), now, null));
    addresses.tell(person.id(), item.kind(), item.urgent());
  }
}
