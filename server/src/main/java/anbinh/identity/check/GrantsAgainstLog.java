package anbinh.identity.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.IdentityEvent;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds grants of roles that decide or supervise, what other administrators said of them, and the
/// first steps, against the log.
@Component
class GrantsAgainstLog implements ConsistencyCheck {
  private static final String DATABASE_LACKS = "the log has it, and the database does not";

  private final SqlClient database;
  private final AuditLog log;
  private final Snapshot snapshot;

  GrantsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot) {
    this.database = database;
    this.log = log;
    this.snapshot = snapshot;
  }

  /// A row; people by their pseudonyms.
  private record Grant(
      String id,
      String username,
      String person,
      List<String> roles,
      List<String> lastDays,
      @Nullable String area,
      Set<String> causes,
      Set<String> granters,
      Instant until,
      @Nullable String outcome,
      @Nullable String by,
      @Nullable Instant endedAt,
      @Nullable String reason) {
    String subject() {
      return "role grant " + id + " of " + username;
    }

    /// The last days of those roles that have one.
    Map<String, String> ends() {
      Map<String, String> ends = new TreeMap<>();
      for (int n = 0; n < roles.size(); n++) {
        if (!lastDays.get(n).isEmpty()) {
          ends.put(roles.get(n), lastDays.get(n));
        }
      }
      return ends;
    }
  }

  @Override
  public String subject() {
    return "role grants against log";
  }

  @Override
  public String unit() {
    return "role grants";
  }

  @Override
  public long run(CheckReport findings) {
    return snapshot.read(() -> compare(findings));
  }

  private long compare(Consumer<Finding> findings) {
    Map<String, Grant> grants =
        database.map(
            String.class,
            Grant.class,
            """
            select r.id::text, p.username, p.pseudonym::text as person, r.area_id::text as area,
              r.causes, r.until, r.outcome, r.ended_at, r.reason,
              (select e.pseudonym::text from identity.person e where e.id = r.ended_by) as by,
              array(select coalesce(
                  (select g.pseudonym from identity.person g where g.id = granter), granter)::text
                from unnest(r.granters) granter) as granters,
              array(select w.role from identity.role_request_role w where w.request_id = r.id
                order by w.role) as roles,
              array(select coalesce(to_char(w.last_day, 'YYYY-MM-DD'), '')
                from identity.role_request_role w where w.request_id = r.id
                order by w.role) as last_days
            from identity.role_request r join identity.person p on p.id = r.person_id
            """);
    compareGranted(grants, findings);
    compareEnded(grants, findings);
    compareFirstSteps(findings);
    return grants.size();
  }

  private void compareGranted(Map<String, Grant> grants, Consumer<Finding> findings) {
    Set<String> granted = new HashSet<>();
    events(
        IdentityEvent.ROLES_GRANTED,
        event -> {
          String id = text(event, "request");
          Grant grant = grants.get(id);
          granted.add(id);
          if (grant == null) {
            if (!"FIRST_STEPS".equals(text(event, "confirmation"))) {
              findings.accept(new Finding("role grant " + id, DATABASE_LACKS));
            }
            return;
          }
          differ(grant, !grant.person().equals(event.objectId()), "the person", findings);
          differ(
              grant,
              !new HashSet<>(grant.roles()).equals(texts(event, "granted")),
              "roles",
              findings);
          differ(grant, !grant.ends().equals(ends(event)), "the end of its roles", findings);
          differ(grant, !grant.causes().equals(texts(event, "causes")), "its cause", findings);
          differ(
              grant,
              !grant.granters().equals(texts(event, "granters")),
              "who granted it",
              findings);
          differ(
              grant,
              !EventRecord.formatTime(grant.until()).equals(text(event, "until")),
              "its time",
              findings);
          Json.Obj detail = event.detail();
          boolean moved =
              detail != null
                  && !detail
                      .find("areaId")
                      .map(Json.of(String.valueOf(grant.area()))::equals)
                      .orElse(false);
          differ(grant, moved, "the area", findings);
        });
    grants.values().stream()
        .filter(grant -> !granted.contains(grant.id()))
        .forEach(
            grant -> findings.accept(new Finding(grant.subject(), "the log does not tell of it")));
  }

  private static void differ(
      Grant grant, boolean differs, String what, Consumer<Finding> findings) {
    if (differs) {
      findings.accept(new Finding(grant.subject(), "the log tells otherwise of " + what));
    }
  }

  /// What the log says of the end of each grant.
  private record Ended(String outcome, @Nullable String by, Json.@Nullable Obj detail) {}

  private void compareEnded(Map<String, Grant> grants, Consumer<Finding> findings) {
    Map<String, Ended> ended = new HashMap<>();
    Map.of(
            IdentityEvent.ROLES_CONFIRMED, "CONFIRMED",
            IdentityEvent.ROLES_REFUSED, "REFUSED",
            IdentityEvent.ROLES_WITHDRAWN, "WITHDRAWN")
        .forEach((type, outcome) ->
            events(
                type,
                event ->
                    ended.put(
                        text(event, "request"),
                        new Ended(outcome, event.actor(), event.detail()))));
    for (Grant grant : grants.values()) {
      Ended logged = ended.get(grant.id());
      boolean needed =
          switch (String.valueOf(grant.outcome())) {
            case "CONFIRMED", "REFUSED" -> true;
            case "WITHDRAWN" -> grant.endedAt() != null && grant.endedAt().isBefore(grant.until());
            default -> false;
          };
      if (logged == null ? needed : !isTold(grant, logged)) {
        findings.accept(
            new Finding(grant.subject(), "the log tells otherwise of what became of it"));
      }
    }
  }

  private static boolean isTold(Grant grant, Ended logged) {
    Json.Obj detail = logged.detail();
    boolean reason =
        grant.reason() == null
            || detail == null
            || detail.find("reason").map(Json.of(grant.reason())::equals).orElse(false);
    return logged.outcome().equals(grant.outcome())
        && Objects.equals(logged.by(), grant.by())
        && reason;
  }

  private void compareFirstSteps(Consumer<Finding> findings) {
    Optional<UUID> ended = findLast(IdentityEvent.FIRST_STEPS_ENDED);
    Optional<UUID> again = findLast(IdentityEvent.FIRST_STEPS_AGAIN);
    boolean over =
        ended.filter(end -> again.filter(begin -> begin.compareTo(end) > 0).isEmpty()).isPresent();
    boolean here = database.exists("select from identity.first_steps where ended_at is not null");
    if (over != here) {
      findings.accept(new Finding("first steps", "the log tells otherwise whether they are over"));
    }
  }

  private Optional<UUID> findLast(IdentityEvent type) {
    var ids = new ArrayList<UUID>();
    events(type, event -> ids.add(event.id()));
    return ids.stream().max(Comparator.naturalOrder());
  }

  private void events(IdentityEvent type, Consumer<RecordedEvent> action) {
    log.forEach(type, page -> page.forEach(action));
  }

  private static String text(RecordedEvent event, String fact) {
    return event.facts().find(fact).orElse(null) instanceof Json.Str(String text) ? text : "";
  }

  private static Set<String> texts(RecordedEvent event, String fact) {
    Set<String> texts = new HashSet<>();
    if (event.facts().find(fact).orElse(null) instanceof Json.Arr(List<Json> items)) {
      items.stream()
          .flatMap(item -> item instanceof Json.Str(String text) ? Stream.of(text) : Stream.empty())
          .forEach(texts::add);
    }
    return texts;
  }

  private static Map<String, String> ends(RecordedEvent event) {
    Map<String, String> ends = new TreeMap<>();
    if (event.facts().find("roleEnds").orElse(null) instanceof Json.Obj days) {
      days.members()
          .forEach((role, day) -> ends.put(role, day instanceof Json.Str(String text) ? text : ""));
    }
    return ends;
  }
}
