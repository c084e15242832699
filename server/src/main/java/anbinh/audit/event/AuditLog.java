package anbinh.audit.event;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.audit.Facts;
import anbinh.audit.Subject;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.seal.figures.CountOf;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where features record what happened. Safe for many threads.
///
/// The record is an `anbinh.event/1` ([EventRecord]) whose facts are the event's own and `event`
/// (the event's identifier), `kind` (of the object) and `refused`. What the public figures count of
/// it is open in its leaf ([CountOf]).
@Component
@NamedInterface("services")
public class AuditLog {
  private static final int PAGE = 500;

  private final EventTable table;
  private final EventMac mac;
  private final AppendSignal signal;
  private final Ids ids;
  private final SiteClock clock;

  AuditLog(EventTable table, EventMac mac, AppendSignal signal, Ids ids, SiteClock clock) {
    this.table = table;
    this.mac = mac;
    this.signal = signal;
    this.ids = ids;
    this.clock = clock;
  }

  /// Records an event in the caller's transaction and returns the event's identifier: both or
  /// neither happen. Without one it is recorded by itself: it is a single statement, and to begin
  /// and to end a transaction for it would be one question more.
  public UUID record(Event event) {
    return insert(event, null);
  }

  /// Records an event by itself, whatever becomes of the caller's transaction.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public UUID recordApart(Event event) {
    return insert(event, null);
  }

  /// Forgets the details of an object's events of a type, in the caller's transaction. Their
  /// records stay, and bind to nothing any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public void eraseDetails(EventType type, String objectId) {
    table.eraseDetails(type, objectId);
  }

  /// Records an event whose record is another feature's document, such as `seal.json`: a canonical
  /// JSON object of at most 65,535 bytes with a salt, and without personal data.
  public UUID recordDocument(Event event, byte[] document) {
    return insert(event, document.clone());
  }

  /// An event's place in the log; empty until it is appended, which takes ten seconds at most, and
  /// longer for one that waits for others ([Disclosure]).
  public Optional<Long> findIndex(UUID event) {
    return Optional.ofNullable(table.indexes(List.of(event)).get(event));
  }

  /// The places of those that are appended.
  public Map<UUID, Long> indexes(Collection<UUID> events) {
    return events.isEmpty() ? new LinkedHashMap<>() : table.indexes(events);
  }

  /// Waits until an event, whose transaction has been committed, is in the log.
  ///
  /// @throws IllegalStateException when it is not after `patience`
  public long awaitIndex(UUID event, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      long round = signal.rounds();
      Optional<Long> index = findIndex(event);
      if (index.isPresent()) {
        return index.get();
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("event " + event + " is not in the log yet");
      }
      signal.signal();
      signal.awaitRoundAfter(round, Duration.ofNanos(left));
    }
  }

  /// Hands over all events of a type that this server recorded, some at a time, in their order. An
  /// event whose record has no such form any more is left out: that is for the log's own check to
  /// find.
  public void forEach(EventType type, Consumer<List<RecordedEvent>> action) {
    long position = 0;
    List<EventTable.Recorded> page = table.records(type, position, PAGE);
    while (!page.isEmpty()) {
      action.accept(
          page.stream()
              .flatMap(row -> RecordedEvent.of(row, Set.of(type.code()), mac).stream())
              .toList());
      position = page.getLast().sequence();
      page = table.records(type, position, PAGE);
    }
  }

  /// The events of a type about an object that this server recorded, in their order.
  public List<RecordedEvent> listAbout(EventType type, String objectId) {
    return listAbout(type, List.of(objectId)).getOrDefault(objectId, List.of());
  }

  /// The same about some objects, by object; those without any are left out.
  public Map<String, List<RecordedEvent>> listAbout(EventType type, Collection<String> objectIds) {
    return listAbout(Set.of(type), objectIds);
  }

  /// The same of several types, in the order of all of them.
  public Map<String, List<RecordedEvent>> listAbout(
      Set<? extends EventType> types, Collection<String> objectIds) {
    Set<String> codes = codes(types);
    Set<String> objects = Set.copyOf(objectIds);
    return table.records(codes, objects).stream()
        .flatMap(row -> RecordedEvent.of(row, codes, mac).stream())
        .filter(event -> event.objectId() != null && objects.contains(event.objectId()))
        .collect(Collectors.groupingBy(event -> String.valueOf(event.objectId())));
  }

  /// Which of some events this server recorded, and as one of some types.
  public Set<UUID> recorded(Set<? extends EventType> types, Collection<UUID> events) {
    Set<String> codes = codes(types);
    return table.records(events).stream()
        .flatMap(row -> RecordedEvent.of(row, codes, mac).stream())
        .map(RecordedEvent::id)
        .collect(Collectors.toSet());
  }

  /// Events of some types at a place in the log or after it, in the log's order. An entry whose
  /// record has no such form any more is left out, as above.
  public List<LoggedEvent> listFrom(long index, Set<String> types, int most) {
    return listBetween(index, Long.MAX_VALUE, types, most);
  }

  /// The same of those before another place.
  public List<LoggedEvent> listBetween(long index, long end, Set<String> types, int most) {
    return table.between(index, end, types, most).stream()
        .flatMap(row -> LoggedEvent.of(row).stream())
        .toList();
  }

  /// Events of some types that somebody caused within a time and that this server recorded, in
  /// their order, those too that still wait for others to enter the log.
  public List<RecordedEvent> listBy(
      UUID actor, Instant from, Instant to, Set<String> types, int most) {
    return table.records(actor, from, to, types, most).stream()
        .flatMap(row -> RecordedEvent.of(row, types, mac).stream())
        .toList();
  }

  /// The place of the first event, at a place or after it, that was recorded at a moment or after
  /// it.
  public Optional<Long> findIndexSince(long index, Instant moment) {
    return table.indexSince(index, moment);
  }

  /// How many events the log has, by the table: the place of the next one.
  public long nextIndex() {
    return table.nextIndex();
  }

  /// Which of these objects an event of a type was recorded about.
  public Set<String> subjects(EventType type, Collection<String> objects) {
    return table.subjects(type, objects);
  }

  private static Set<String> codes(Set<? extends EventType> types) {
    return types.stream().map(EventType::code).collect(Collectors.toSet());
  }

  private UUID insert(Event event, byte @Nullable [] document) {
    UUID id = ids.next();
    Instant at = clock.now().truncatedTo(ChronoUnit.MILLIS);
    byte @Nullable [] salt = null;
    @Nullable String detail = null;
    @Nullable Hash commitment = null;
    if (!event.details().isEmpty()) {
      byte[] bytes = new Json.Obj(Facts.of(event.details())).canonical();
      salt = Commitment.newSalt();
      detail = new String(bytes, StandardCharsets.UTF_8);
      commitment = Commitment.of(salt, bytes);
    }
    byte[] record = document == null ? record(id, at, event, commitment).canonical() : document;
    Actor actor = event.actor();
    Subject subject = event.subject();
    byte[] code =
        mac.of(
            id,
            record,
            event.disclosure(),
            actor == null ? null : actor.personId(),
            event.areaId(),
            subject == null ? null : subject.code());
    table.insert(id, at, event, detail, salt, record, code);
    if (actor != null && !event.disclosure().deferred()) {
      signal.afterCommit();
    }
    return id;
  }

  private EventRecord record(UUID id, Instant at, Event event, @Nullable Hash commitment) {
    Map<String, Json> facts = new LinkedHashMap<>(Facts.of(event.facts()));
    facts.put(Event.EVENT, Json.of(id.toString()));
    if (event.refused()) {
      facts.put(Event.REFUSED, new Json.Bool(true));
    }
    Subject subject = event.subject();
    if (subject != null) {
      facts.put(Event.KIND, Json.of(subject.kind()));
    }
    Actor actor = event.actor();
    String type = event.type().code();
    Set<String> counted = CountOf.openFacts(type).orElse(Set.of());
    boolean open = CountOf.openFacts(type).isPresent() && !event.refused();
    return new EventRecord(
        type,
        at,
        null,
        actor == null ? null : actor.pseudonym().toString(),
        subject == null ? null : subject.id(),
        null,
        commitment,
        facts,
        open ? clock.dayOf(at) : null,
        open ? counted.stream().filter(facts::containsKey).collect(Collectors.toSet()) : Set.of(),
        Commitment.salt());
  }
}
