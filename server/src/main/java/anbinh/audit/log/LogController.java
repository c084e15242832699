package anbinh.audit.log;

import anbinh.audit.Actor;
import anbinh.audit.AuditEvent;
import anbinh.audit.AuditProblem;
import anbinh.audit.Event;
import anbinh.audit.LogReaders;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.EventTable;
import anbinh.audit.witness.WitnessReport;
import anbinh.audit.witness.Witnesses;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.seal.tree.Hasher;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/log`: the events for those who watch over the use of the system, each as closely as they
/// may place it in time ([Disclosure]): with its place, by the day, or as a number a month. Reading
/// them is itself an event.
@RestController
@OnlyWhenServing
@RequestMapping("/api/log")
class LogController {
  /// Reads what is stored, whatever it holds: the server's own mapper is strict about bodies.
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String PERSON = "person";
  private static final int FEW = 5;
  private static final int TENS = 10;

  private final LogQuery query;
  private final LogReaders readers;
  private final AuditLog log;
  private final Appender appender;
  private final Proofs proofs;
  private final CheckRuns checks;
  private final Witnesses witnesses;
  private final Messages messages;
  private final InstantSource clock;

  LogController(
      LogQuery query,
      LogReaders readers,
      AuditLog log,
      Appender appender,
      Proofs proofs,
      CheckRuns checks,
      Witnesses witnesses,
      Messages messages,
      InstantSource clock) {
    this.query = query;
    this.readers = readers;
    this.log = log;
    this.appender = appender;
    this.proofs = proofs;
    this.checks = checks;
    this.witnesses = witnesses;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  Page<ItemView> list(
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false) @Nullable String object,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      PageRequest request) {
    LogReaders.Reader reader = readers.require();
    var filter = new LogQuery.Filter(actor, object, type, from, to);
    Page<EventTable.Row> page = query.list(filter, reader.areas(), request);
    log.record(read(reader.actor(), filter));
    Map<UUID, String> names = names(page.items(), reader);
    return page.map(row -> item(row, names, reader));
  }

  /// What happened on a day that is over and may be read by the day only.
  @GetMapping("/days/{day}")
  List<DayView> day(@PathVariable LocalDate day) {
    LogReaders.Reader reader = readers.require();
    if (!day.isBefore(query.day(clock.instant()))) {
      throw Problem.of(AuditProblem.NOT_OVER, day);
    }
    log.record(Event.of(AuditEvent.LOG_READ).by(reader.actor()).detail("day", day.toString()));
    List<EventTable.Row> rows = query.listDay(day, reader.areas());
    Map<UUID, String> names = names(rows, reader);
    Map<DayView, Long> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(dayView(row, names, reader), 1L, Long::sum));
    return counts.entrySet().stream().map(each -> each.getKey().times(each.getValue())).toList();
  }

  /// How often in a month that is over happened what is only counted.
  @GetMapping("/months/{month}")
  List<MonthView> month(@PathVariable YearMonth month) {
    LogReaders.Reader reader = readers.require();
    if (!month.isBefore(YearMonth.from(query.day(clock.instant())))) {
      throw Problem.of(AuditProblem.NOT_OVER, month);
    }
    log.record(Event.of(AuditEvent.LOG_READ).by(reader.actor()).detail("month", month.toString()));
    return query.count(month, reader.areas()).entrySet().stream()
        .map(each ->
            new MonthView(each.getKey(), summary(each.getKey(), null), rounded(each.getValue())))
        .toList();
  }

  @GetMapping("/{index}")
  EntryView get(@PathVariable long index) {
    LogReaders.Reader reader = readers.require();
    EventTable.Row row = find(index, reader);
    log.record(Event.of(AuditEvent.LOG_READ).by(reader.actor()).about("log", index, null));
    byte[] leaf = row.leaf();
    return new EntryView(
        item(row, names(List.of(row), reader), reader),
        reader.whole() ? new String(row.record().array(), StandardCharsets.UTF_8) : null,
        new String(leaf, StandardCharsets.UTF_8),
        new Hasher().leaf(leaf).hex(),
        reader.whole() ? row.detail() : null,
        !reader.whole() || row.salt().absent() ? null : row.salt().toString());
  }

  @GetMapping(path = "/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
  String proof(@PathVariable long index) {
    var _ = find(index, readers.require());
    return proofs.prove(index).write();
  }

  @GetMapping(path = "/{index}/leaf", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] leaf(@PathVariable long index) {
    return find(index, readers.require()).leaf();
  }

  @GetMapping("/status")
  StatusView status() {
    readers.require();
    var checkpoint = appender.checkpoint().checkpoint();
    return new StatusView(
        checkpoint.origin(),
        checkpoint.size(),
        query.findNewest().orElse(null),
        checkpoint.root().base64(),
        appender.checkpointAt(),
        appender.verifierKey().write(),
        checks.findLast().orElse(null),
        witnesses.findReport().orElse(null));
  }

  /// An entry of the reader's areas.
  private EventTable.Row find(long index, LogReaders.Reader reader) {
    EventTable.Row row = query.get(index);
    if (!query.isWithin(index, reader.areas())) {
      throw readers.refuse(index);
    }
    return row;
  }

  /// What the actors are called; who does not read names gets numbers, which say who did several
  /// things on this page and nothing beyond it.
  private Map<UUID, String> names(List<EventTable.Row> rows, LogReaders.Reader reader) {
    List<UUID> actors = Ids.of(rows, EventTable.Row::actorId);
    if (reader.whole()) {
      return readers.names(actors);
    }
    Map<UUID, String> numbers = new HashMap<>();
    for (UUID actor : actors) {
      numbers.put(actor, messages.text("log.somebody", Integer.toString(numbers.size() + 1)));
    }
    return numbers;
  }

  private static @Nullable ActorView actor(
      EventTable.Row row, Map<UUID, String> names, LogReaders.Reader reader) {
    UUID actor = row.actorId();
    return actor == null
        ? null
        : new ActorView(reader.whole() ? actor : null, names.getOrDefault(actor, ""));
  }

  private DayView dayView(EventTable.Row row, Map<UUID, String> names, LogReaders.Reader reader) {
    return new DayView(
        row.type(), summary(row.type(), null), actor(row, names, reader), row.refused(), 1);
  }

  private static @Nullable Long rounded(long count) {
    return count < FEW ? null : (Long) Math.max(TENS, (count + FEW) / TENS * TENS);
  }

  private String summary(String type, @Nullable String code) {
    return messages.text("event." + type, code == null ? "" : code);
  }

  private ItemView item(EventTable.Row row, Map<UUID, String> names, LogReaders.Reader reader) {
    boolean told = reader.whole() || !PERSON.equals(row.objectKind());
    String code = told ? row.objectCode() : null;
    return new ItemView(
        row.index(),
        row.at(),
        row.type(),
        actor(row, names, reader),
        row.objectKind(),
        told ? row.objectId() : null,
        code,
        summary(row.type(), code),
        row.refused(),
        detail(reader.whole() ? row.detail() : null));
  }

  private Map<?, ?> detail(@Nullable String text) {
    return text == null ? Map.of() : JSON.readValue(text, TreeMap.class);
  }

  private static Event read(Actor reader, LogQuery.Filter filter) {
    Event event = Event.of(AuditEvent.LOG_READ).by(reader);
    Map<String, @Nullable Object> asked = new TreeMap<>();
    asked.put("actor", filter.actor());
    asked.put("object", filter.object());
    asked.put("type", filter.type());
    asked.put("from", filter.from());
    asked.put("to", filter.to());
    for (Map.Entry<String, @Nullable Object> entry : asked.entrySet()) {
      Object value = entry.getValue();
      if (value != null) {
        event = event.detail(entry.getKey(), value);
      }
    }
    return event;
  }

  /// @param summary a sentence in the reader's language
  record ItemView(
      long index,
      Instant at,
      String type,
      @Nullable ActorView actor,
      @Nullable String objectKind,
      @Nullable String objectId,
      @Nullable String objectCode,
      String summary,
      boolean refused,
      Map<?, ?> detail) {
    ItemView {
      detail = Map.copyOf(detail);
    }
  }

  /// @param id null for a reader who does not read names
  record ActorView(@Nullable UUID id, String displayName) {}

  /// @param times how often on the day
  record DayView(
      String type, String summary, @Nullable ActorView actor, boolean refused, long times) {
    DayView times(long count) {
      return new DayView(type, summary, actor, refused, count);
    }
  }

  /// @param times how often in the month, in tens; null for one to four times
  record MonthView(String type, String summary, @Nullable Long times) {}

  /// @param record what the leaf commits to; null when the reader does not see it
  /// @param leaf what the log holds, as text
  /// @param payload what the record commits to, together with the salt (hexadecimal); null when
  ///   there is none, it was erased, or the reader does not see it
  record EntryView(
      @JsonUnwrapped ItemView item,
      @Nullable String record,
      String leaf,
      String leafHash,
      @Nullable String payload,
      @Nullable String salt) {}

  /// @param size how many entries the log has, those that stand for nothing among them
  /// @param newest the place of the newest event that is listed with its place; null for none
  /// @param witnesses null when no witness is asked
  record StatusView(
      String origin,
      long size,
      @Nullable Long newest,
      String rootHash,
      Instant checkpointAt,
      String verifierKey,
      CheckRuns.@Nullable Run lastCheck,
      @Nullable WitnessReport witnesses) {}
}
