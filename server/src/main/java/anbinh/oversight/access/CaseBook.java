package anbinh.oversight.access;

import anbinh.areas.unit.Areas;
import anbinh.audit.event.LoggedEvent;
import anbinh.oversight.OversightSettings;
import anbinh.platform.Inbound;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the log tells of cases and requests, and which looks they cover.
///
/// A case covers a look at footage from [OversightSettings#aroundCase] before it happened until as
/// long after, no farther from its place than [OversightSettings#caseReachMetres], likewise around
/// each of its incidents that was not withdrawn, and at whatever was asked for in it. Where the
/// place of the case or of the camera is not known or, for the protection of a victim, not said, it
/// covers its commune; an incident without a place has that of its case. What counts is the place
/// and the incidents that the case had when somebody looked; a look once covered stays so. It may
/// be opened up to a week after the look, and covers for a week after it was closed. No case covers
/// a look under an emergency access: another person judges that one.
@Component
public class CaseBook {
  /// One looks first and opens the case then.
  private static final Duration OPENED_LATER = Duration.ofDays(7);

  private static final Duration AFTER_CLOSING = Duration.ofDays(7);

  /// What the entries are called that tell of cases.
  public static final Set<String> TYPES =
      Set.of(
          "case.opened",
          "case.placed",
          "case.changed",
          "case.noted",
          "case.officer-put-on",
          "case.incident-added",
          "case.incident-corrected",
          "case.incident-placed",
          "case.incident-withdrawn",
          "case.closed",
          "extraction.requested",
          "extraction.decided",
          "sightings.pass-kept");

  private final SqlClient database;
  private final Areas areas;
  private final Duration around;
  private final int reachMetres;

  CaseBook(SqlClient database, Areas areas, OversightSettings settings) {
    this.database = database;
    this.areas = areas;
    this.around = settings.aroundCase();
    this.reachMetres = settings.caseReachMetres();
  }

  /// A request that was made again.
  ///
  /// @param request the one that was refused
  public record Refused(UUID request, UUID caseId) {}

  /// Notes what an entry tells of a case, and covers what that explains.
  void note(LoggedEvent entry) {
    UUID about = entry.objectId() == null ? null : Inbound.id(entry.objectId()).orElse(null);
    if (about == null || entry.refused()) {
      return;
    }
    switch (entry.type()) {
      case "case.opened" -> {
        opened(about, entry);
        if (!isPlaced(entry)) {
          own(entry, about);
        } else if (entry.actorId() != null) {
          known(entry.actorId(), about); // What it covers shows with its place, which follows.
        }
      }
      case "case.placed" -> {
        placed(about, Ground.in(entry.detail()).orElse(null));
        own(entry, about);
      }
      case "case.changed" -> {
        if (entry.findDetail("protection").filter("NONE"::equals).isEmpty()) {
          placed(about, null);
          incidentsUnplaced(about);
        }
      }
      case "case.noted", "sightings.pass-kept" -> {
        progressed(about, entry.at());
        own(entry, about);
      }
      case "case.officer-put-on" ->
          entry
              .findDetail("person")
              .flatMap(Inbound::id)
              .ifPresent(person -> own(person, about, entry.at()));
      case "case.incident-added" -> {
        progressed(about, entry.at());
        incident(about, entry);
      }
      case "case.incident-corrected" -> incident(about, entry);
      case "case.incident-placed" -> {
        incidentPlaced(entry);
        own(entry, about);
      }
      case "case.incident-withdrawn" -> incidentWithdrawn(entry);
      case "case.closed" -> closed(about, entry.at());
      case "extraction.requested" -> asked(about, entry);
      case "extraction.decided" -> decided(about, entry);
      default -> {}
    }
  }

  /// Refused requests of a person for some of the same footage as one of their requests.
  public List<Refused> refusedBefore(UUID request, Instant since) {
    return database.list(
        Refused.class,
        """
        select distinct b.request_id as request, b.case_id from oversight.footage_request a
        join oversight.footage_request b on b.person_id = a.person_id and b.cameras && a.cameras
          and b.span_from < a.span_to and b.span_to > a.span_from and b.refused_at <= a.at
        where a.request_id = ? and b.at > ?
        """,
        request,
        since);
  }

  /// The case of a request that somebody made.
  public Optional<UUID> caseOf(UUID request) {
    return database.find(
        UUID.class, "select case_id from oversight.footage_request where request_id = ?", request);
  }

  /// Whether there are cases that cover such a look.
  static boolean covers(Seen seen) {
    return seen.emergency() == null
        && (seen.kind() == FootageAccessKind.FOOTAGE || seen.kind() == FootageAccessKind.PLACE);
  }

  /// Looks whether a case explains one look.
  void cover(long look) {
    cover("l.id = :look", look, null, null);
  }

  private void opened(UUID id, LoggedEvent entry) {
    database.update(
        """
        insert into oversight.case_span (case_id, area_id, occurred_from, occurred_to, opened_at)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        id,
        entry.findFact("area").flatMap(Inbound::id).map(areas::communeOf).orElse(null),
        time(entry.findDetail("occurredFrom").orElse(null)),
        time(entry.findDetail("occurredTo").orElse(null)),
        entry.at());
  }

  private void placed(UUID id, @Nullable Ground ground) {
    database.update(
        "update oversight.case_span set latitude = ?, longitude = ? where case_id = ?",
        ground == null ? null : ground.latitude(),
        ground == null ? null : ground.longitude(),
        id);
  }

  private void incident(UUID about, LoggedEvent entry) {
    UUID incident = entry.findFact("incident").flatMap(Inbound::id).orElse(null);
    Instant from = time(entry.findDetail("occurredFrom").orElse(null));
    if (incident == null || from == null) {
      return;
    }
    database.update(
        """
        insert into oversight.incident_span (incident_id, case_id, occurred_from, occurred_to)
        values (?, ?, ?, ?) on conflict (incident_id) do update
          set occurred_from = excluded.occurred_from, occurred_to = excluded.occurred_to
        """,
        incident,
        about,
        from,
        time(entry.findDetail("occurredTo").orElse(null)));
    if (!isPlaced(entry)) {
      own(entry, about);
    } else if (entry.actorId() != null) {
      known(entry.actorId(), about); // As with a case: its place follows.
    }
  }

  private void incidentPlaced(LoggedEvent entry) {
    Ground ground = Ground.in(entry.detail()).orElse(null);
    database.update(
        "update oversight.incident_span set latitude = ?, longitude = ? where incident_id = ?",
        ground == null ? null : ground.latitude(),
        ground == null ? null : ground.longitude(),
        entry.findFact("incident").flatMap(Inbound::id).orElse(null));
  }

  private void incidentsUnplaced(UUID about) {
    database.update(
        "update oversight.incident_span set latitude = null, longitude = null where case_id = ?",
        about);
  }

  private void incidentWithdrawn(LoggedEvent entry) {
    database.update(
        "delete from oversight.incident_span where incident_id = ?",
        entry.findFact("incident").flatMap(Inbound::id).orElse(null));
  }

  private void closed(UUID id, Instant at) {
    database.update("update oversight.case_span set closed_at = ? where case_id = ?", at, id);
  }

  /// That something came of what was searched for in a case.
  private void progressed(UUID id, Instant at) {
    database.update("update oversight.case_span set progressed_at = ? where case_id = ?", at, id);
  }

  private void asked(UUID id, LoggedEvent entry) {
    UUID about = entry.findFact("case").flatMap(Inbound::id).orElse(null);
    Instant from = time(entry.findFact("from").orElse(null));
    Instant to = time(entry.findFact("to").orElse(null));
    if (about == null || from == null || to == null || entry.actorId() == null) {
      return;
    }
    List<String> cameras =
        entry.facts().find("cameras").orElse(null) instanceof Json.Arr list
            ? list.items().stream()
                .filter(Json.Str.class::isInstance)
                .map(item -> ((Json.Str) item).value())
                .toList()
            : List.of();
    database.update(
        """
        insert into oversight.footage_request (request_id, person_id, case_id, cameras, span_from,
          span_to, at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        id,
        entry.actorId(),
        about,
        cameras,
        from,
        to,
        entry.at());
    progressed(about, entry.at());
    own(entry, about);
  }

  private void decided(UUID id, LoggedEvent entry) {
    if (entry.findFact("outcome").filter("REFUSE"::equals).isPresent()) {
      database.update(
          "update oversight.footage_request set refused_at = ? where request_id = ?",
          entry.at(),
          id);
    }
  }

  /// Whether an entry with the place follows.
  private static boolean isPlaced(LoggedEvent entry) {
    return entry.facts().find("placed").orElse(null) instanceof Json.Bool placed && placed.value();
  }

  private void known(UUID person, UUID about) {
    database.update(
        "insert into oversight.own_case (person_id, case_id) values (?, ?) on conflict do nothing",
        person,
        about);
  }

  private void own(LoggedEvent entry, UUID about) {
    if (entry.actorId() != null) {
      own(entry.actorId(), about, entry.at());
    }
  }

  private void own(UUID person, UUID about, Instant at) {
    known(person, about);
    cover(
        "k.case_id = :case and l.first_at >= :since and l.covered = 'NO'",
        null,
        about,
        at.minus(OPENED_LATER));
  }

  private void cover(
      String which, @Nullable Long look, @Nullable UUID about, @Nullable Instant since) {
    database.update(
        """
        update oversight.footage_access t set covered = found.state, case_id = found.case_id
        from (
          select distinct on (l.id) l.id, k.case_id,
            case when k.closed_at is null or k.closed_at + :after >= l.first_at
              then 'OPEN_CASE' else 'CLOSED_CASE' end as state
          from oversight.footage_access l
          join oversight.case_span k on k.opened_at <= l.first_at + :later
          where %s and l.kind in ('FOOTAGE', 'PLACE') and l.emergency_id is null and (
              (l.office or exists (select from oversight.own_case o
                where o.person_id = l.person_id and o.case_id = k.case_id))
              and exists (
                select from (
                  select k.occurred_from, k.occurred_to, k.latitude, k.longitude
                  union all
                  select i.occurred_from, i.occurred_to, coalesce(i.latitude, k.latitude),
                    coalesce(i.longitude, k.longitude)
                  from oversight.incident_span i where i.case_id = k.case_id) s
                where case when l.latitude is null or s.latitude is null
                    then l.area_id is null or k.area_id is null or l.area_id = k.area_id
                    else oversight.metres(l.latitude, l.longitude, s.latitude, s.longitude)
                      <= :reach end
                  and (s.occurred_from is null
                    or (l.span_to >= s.occurred_from - :around
                      and l.span_from <= coalesce(s.occurred_to, s.occurred_from) + :around)))
            or exists (select from oversight.footage_request a
              where a.person_id = l.person_id and a.case_id = k.case_id
                and l.target_id = any(a.cameras) and l.span_to >= a.span_from - :around
                and l.span_from <= a.span_to + :around))
          order by l.id, state desc) found
        where t.id = found.id
        """
            .formatted(which)
            .replace(":after", interval(AFTER_CLOSING))
            .replace(":later", interval(OPENED_LATER))
            .replace(":around", interval(around)),
        Values.of("reach", reachMetres).and("look", look).and("case", about).and("since", since));
  }

  private static String interval(Duration duration) {
    return "interval '" + duration.toSeconds() + " seconds'";
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Inbound.instant(text).orElse(null);
  }
}
