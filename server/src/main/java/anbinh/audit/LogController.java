package anbinh.audit;

import anbinh.audit.witness.WitnessReport;
import anbinh.audit.witness.Witnesses;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.seal.tree.Hasher;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/log`: the events for those who watch over the use of the system. Reading them is itself an
/// event.
@RestController
@OnlyWhenServing
@RequestMapping("/api/log")
class LogController {
  /// Reads what is stored, whatever it holds: the server's own mapper is strict about bodies.
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int SHORT = 6;

  private final LogQuery query;
  private final LogReaders readers;
  private final AuditLog log;
  private final Appender appender;
  private final CheckRuns checks;
  private final Witnesses witnesses;
  private final Messages messages;

  LogController(
      LogQuery query,
      LogReaders readers,
      AuditLog log,
      Appender appender,
      CheckRuns checks,
      Witnesses witnesses,
      Messages messages) {
    this.query = query;
    this.readers = readers;
    this.log = log;
    this.appender = appender;
    this.checks = checks;
    this.witnesses = witnesses;
    this.messages = messages;
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

  @GetMapping("/{index}")
  EntryView get(@PathVariable long index) {
    LogReaders.Reader reader = readers.require();
    EventTable.Row row = find(index, reader);
    log.record(Event.of(AuditEvent.LOG_READ).by(reader.actor()).about("log", index, null));
    byte[] leaf = row.leaf().array();
    return new EntryView(
        item(row, names(List.of(row), reader), reader),
        new String(leaf, StandardCharsets.UTF_8),
        new Hasher().leaf(leaf).hex(),
        reader.whole() ? row.detail() : null,
        !reader.whole() || row.salt().absent() ? null : row.salt().toString());
  }

  @GetMapping(path = "/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
  String proof(@PathVariable long index) {
    var _ = find(index, readers.require());
    return appender.prove(index).write();
  }

  @GetMapping(path = "/{index}/leaf", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] leaf(@PathVariable long index) {
    return find(index, readers.require()).leaf().array();
  }

  @GetMapping("/status")
  StatusView status() {
    readers.require();
    var checkpoint = appender.checkpoint().checkpoint();
    return new StatusView(
        checkpoint.origin(),
        checkpoint.size(),
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

  /// What the actors are called; who does not read names gets the end of an identifier, which is
  /// the same wherever one person acted.
  private Map<UUID, String> names(List<EventTable.Row> rows, LogReaders.Reader reader) {
    List<UUID> actors =
        rows.stream().map(EventTable.Row::actorId).filter(Objects::nonNull).distinct().toList();
    return reader.whole()
        ? readers.names(actors)
        : actors.stream()
            .collect(
                Collectors.toMap(
                    actor -> actor, actor -> messages.text("log.somebody", shortened(actor))));
  }

  /// The random end of an identifier; its beginning is a time.
  private static String shortened(UUID id) {
    String text = id.toString();
    return text.substring(text.length() - SHORT);
  }

  private ItemView item(EventTable.Row row, Map<UUID, String> names, LogReaders.Reader reader) {
    UUID actor = row.actorId();
    String code = row.objectCode();
    return new ItemView(
        row.index(),
        row.at(),
        row.type(),
        actor == null ? null : new ActorView(actor, names.getOrDefault(actor, "")),
        row.objectKind(),
        row.objectId(),
        code,
        messages.text("event." + row.type(), code == null ? "" : code),
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

  record ActorView(UUID id, String displayName) {}

  /// @param leaf the entry's bytes as text
  /// @param payload what the leaf commits to, together with the salt (hexadecimal); null when there
  ///   is none, it was erased, or the reader does not see it
  record EntryView(
      @JsonUnwrapped ItemView item,
      String leaf,
      String leafHash,
      @Nullable String payload,
      @Nullable String salt) {}

  /// @param witnesses null when no witness is asked
  record StatusView(
      String origin,
      long size,
      String rootHash,
      Instant checkpointAt,
      String verifierKey,
      CheckRuns.@Nullable Run lastCheck,
      @Nullable WitnessReport witnesses) {}
}
