package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of requests and of their cameras. Safe for many threads.
@Component
public class RequestTable {
  private static final String SELECT = "select r.* from evidence.request r ";

  private final JdbcClient database;
  private final ListQueries lists;

  RequestTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// What a list of requests is narrowed to.
  ///
  /// @param requestedBy always seen: one's own
  /// @param scope areas whose requests are seen whoever made them
  /// @param state null for all
  /// @param undecided areas whose undecided requests are seen, and one's own marks whatever became
  ///   of them
  public record Filter(
      UUID requestedBy, AreaScope scope, @Nullable StateName state, AreaScope undecided) {}

  /// One entry of a request's history.
  ///
  /// @param eventId of the event in the log
  public record HistoryEntry(Instant at, RequestEventType what, @Nullable UUID who, UUID eventId) {}

  /// @param cameraAreas the area of each camera asked for
  public void insert(EvidenceRequest request, Map<UUID, UUID> cameraAreas) {
    Application application = request.application();
    Paper paper = application.paper();
    if (!(request.state() instanceof RequestState.Requested requested)) {
      throw new IllegalArgumentException("a new request is undecided");
    }
    database
        .sql(
            """
            insert into evidence.request (id, code, case_id, area_id, from_at, to_at, purpose,
              legal_basis, offence, necessity, urgent, requested_by, requested_at, expires_at, state,
              subject_class, paper_number, paper_on, paper_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(request.id())
        .param(request.code())
        .param(application.caseId())
        .param(request.areaId())
        .param(Timestamp.from(application.asked().from()))
        .param(Timestamp.from(application.asked().to()))
        .param(application.purpose().name())
        .param(application.legalBasis().name())
        .param(application.offence().name())
        .param(application.necessity())
        .param(application.urgent())
        .param(request.requestedBy())
        .param(Timestamp.from(request.requestedAt()))
        .param(Timestamp.from(requested.expiresAt()))
        .param(StateName.REQUESTED.name())
        .param(application.subject() == null ? null : application.subject().name())
        .param(paper == null ? null : paper.number())
        .param(paper == null ? null : paper.on())
        .param(paper == null ? null : paper.sha256())
        .update();
    List<UUID> cameras = application.asked().cameraIds();
    for (int ordinal = 0; ordinal < cameras.size(); ordinal++) {
      UUID camera = cameras.get(ordinal);
      UUID area = cameraAreas.get(camera);
      if (area == null) {
        throw new IllegalArgumentException("no area for camera " + camera);
      }
      database
          .sql(
              """
              insert into evidence.request_camera (request_id, ordinal, camera_id, area_id)
              values (?, ?, ?, ?)
              """)
          .params(request.id(), ordinal, camera, area)
          .update();
    }
  }

  public Optional<EvidenceRequest> find(UUID id) {
    return withCameras(
            database.sql(SELECT + "where r.id = ?").param(id).query(RequestRow::read).list())
        .stream()
        .findFirst();
  }

  /// Requests after one, by their identifiers.
  public List<EvidenceRequest> listAfter(UUID id, int rows) {
    return withCameras(
        database
            .sql(SELECT + "where r.id > ? order by r.id limit ?")
            .params(id, rows)
            .query(RequestRow::read)
            .list());
  }

  /// The request, which nobody else changes until the transaction ends.
  Optional<EvidenceRequest> findForUpdate(UUID id) {
    return withCameras(
            database
                .sql(SELECT + "where r.id = ? for update")
                .param(id)
                .query(RequestRow::read)
                .list())
        .stream()
        .findFirst();
  }

  /// Requests newest first.
  ///
  /// @param before only those made before this one; null for the first page
  /// @param code a part of their code; null for all
  public List<EvidenceRequest> list(
      Filter filter, @Nullable String code, @Nullable UUID before, int rows) {
    Conditions where = where(filter, code).and("r.id < :before", "before", before);
    return withCameras(
        lists
            .sql(SELECT + where.text() + "order by r.id desc limit :rows")
            .params(where.map())
            .param("rows", rows)
            .query(RequestRow::read)
            .list());
  }

  /// How many there are, counted no further than to `most`.
  public int count(Filter filter, @Nullable String code, int most) {
    return where(filter, code).count(lists, "evidence.request r", most);
  }

  private static Conditions where(Filter filter, @Nullable String code) {
    var where =
        new Conditions()
            .and("r.state = :state", "state", filter.state() == null ? null : filter.state().name())
            .and(
                "strpos(r.code, upper(:code)) > 0",
                "code",
                code == null || code.isBlank() ? null : code.strip());
    UUID[] areas = areas(filter.scope());
    if (areas == null) {
      return where;
    }
    UUID[] undecided = areas(filter.undecided());
    Map<String, Object> seen = new HashMap<>(Map.of("own", filter.requestedBy(), "areas", areas));
    if (undecided != null) {
      seen.put("undecided", undecided);
    }
    return where.and(
        "(r.requested_by = :own or r.urgent_by = :own or r.area_id = any (:areas) or r.state ="
            + " 'REQUESTED'"
            + (undecided == null ? ")" : " and r.area_id = any (:undecided))"),
        seen);
  }

  /// The place of an undecided request among those that wait.
  public record Due(boolean urgent, Instant expiresAt, UUID id) {}

  /// Undecided requests: the urgent ones first, then those of which the least time is left.
  ///
  /// @param after only those that come after this place; null for the first page
  public List<EvidenceRequest> listWaiting(Filter filter, @Nullable Due after, int rows) {
    return withCameras(
        database
            .sql(
                SELECT
                    + """
                    where r.state = 'REQUESTED'
                      and (cast(:id as uuid) is null
                        or (r.urgent_at is null, r.expires_at, r.id)
                          > (:ordinary, cast(:expiresAt as timestamptz), :id))
                      and (r.requested_by = :own or r.urgent_by = :own
                        or cast(:areas as uuid[]) is null or r.area_id = any (:areas)
                        or cast(:undecided as uuid[]) is null or r.area_id = any (:undecided))
                    order by r.urgent_at is null, r.expires_at, r.id limit :rows
                    """)
            .param("id", after == null ? null : after.id())
            .param("ordinary", after != null && !after.urgent())
            .param("expiresAt", after == null ? null : Timestamp.from(after.expiresAt()))
            .param("own", filter.requestedBy())
            .param("areas", areas(filter.scope()))
            .param("undecided", areas(filter.undecided()))
            .param("rows", rows)
            .query(RequestRow::read)
            .list());
  }

  static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  /// Requests that the same person made before this one for one of its cameras, newest first.
  public List<EvidenceRequest> listEarlier(EvidenceRequest request, Instant since, int rows) {
    return withCameras(
        database
            .sql(
                SELECT
                    + """
                    where r.requested_by = ? and r.id < ? and r.requested_at >= ?
                      and exists (select 1 from evidence.request_camera c
                        where c.request_id = r.id and c.camera_id = any (?))
                    order by r.id desc limit ?
                    """)
            .param(request.requestedBy())
            .param(request.id())
            .param(Timestamp.from(since))
            .param(request.asked().cameraIds().toArray(UUID[]::new))
            .param(rows)
            .query(RequestRow::read)
            .list());
  }

  void markUrgent(UUID id, Urgency urgency, Instant expiresAt) {
    database
        .sql(
            """
            update evidence.request set urgent = true, urgent_by = ?, urgent_at = ?,
              urgent_reason = ?, urgent_words = ?, expires_at = ?, reminded = 0 where id = ?
            """)
        .param(urgency.by())
        .param(Timestamp.from(urgency.at()))
        .param(urgency.cause().reason().name())
        .param(urgency.cause().words())
        .param(Timestamp.from(expiresAt))
        .param(id)
        .update();
  }

  /// What a case asks for or got, oldest first; what was refused, withdrawn or lapsed is left out.
  public List<EvidenceRequest> listLive(UUID caseId) {
    return withCameras(
        database
            .sql(
                SELECT
                    + """
                    where r.case_id = ? and r.state not in ('REFUSED', 'CANCELLED', 'EXPIRED')
                    order by r.id limit 500
                    """)
            .param(caseId)
            .query(RequestRow::read)
            .list());
  }

  /// Undecided requests whose time has run out.
  List<UUID> listOverdue(Instant now) {
    return database
        .sql(
            """
            select id from evidence.request where state = 'REQUESTED' and expires_at <= ?
            order by id limit 500
            """)
        .param(Timestamp.from(now))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Stores the state that a request has come to.
  public void update(UUID id, RequestState state) {
    switch (state) {
      case RequestState.Requested _ ->
          throw new IllegalArgumentException("nothing leads back to the first state");
      case RequestState.Approved approved -> {
        decide(id, approved.decision(), approved.grant(), StateName.APPROVED);
        for (UUID camera : approved.grant().cameraIds()) {
          database
              .sql(
                  """
                  update evidence.request_camera set granted = true
                  where request_id = ? and camera_id = ?
                  """)
              .params(id, camera)
              .update();
        }
      }
      case RequestState.Refused refused -> decide(id, refused.decision(), null, StateName.REFUSED);
      case RequestState.Cancelled cancelled ->
          set(id, StateName.CANCELLED, "cancelled_at", cancelled.at());
      case RequestState.Expired expired -> set(id, StateName.EXPIRED, "expired_at", expired.at());
      case RequestState.Collecting collecting ->
          set(id, StateName.COLLECTING, "collecting_since", collecting.since());
      case RequestState.Sealed sealed -> set(id, StateName.SEALED, "sealed_at", sealed.at());
      case RequestState.Unavailable unavailable ->
          database
              .sql(
                  """
                  update evidence.request set state = 'UNAVAILABLE', unavailable_cause = ?,
                    unavailable_at = ? where id = ?
                  """)
              .params(unavailable.cause().name(), Timestamp.from(unavailable.at()), id)
              .update();
      case RequestState.Delivered delivered ->
          set(id, StateName.DELIVERED, "delivered_at", delivered.at());
      case RequestState.OutcomeNoted noted -> noteOutcome(id, noted.outcome());
    }
  }

  private void decide(UUID id, Decision decision, @Nullable Grant grant, StateName state) {
    database
        .sql(
            """
            update evidence.request set state = ?, decided_by = ?, decided_at = ?, decision = ?,
              reason_code = ?, reason = ?, granted_from = ?, granted_to = ? where id = ?
            """)
        .param(state.name())
        .param(decision.by())
        .param(Timestamp.from(decision.at()))
        .param(decision.outcome().name())
        .param(decision.code().name())
        .param(decision.reason())
        .param(grant == null ? null : Timestamp.from(grant.from()))
        .param(grant == null ? null : Timestamp.from(grant.to()))
        .param(id)
        .update();
    database
        .sql("update evidence.request_camera set granted = false where request_id = ?")
        .param(id)
        .update();
  }

  private void set(UUID id, StateName state, String column, Instant at) {
    database
        .sql("update evidence.request set state = ?, " + column + " = ? where id = ?")
        .params(state.name(), Timestamp.from(at), id)
        .update();
  }

  private void noteOutcome(UUID id, Outcome outcome) {
    database
        .sql(
            """
            update evidence.request set state = 'OUTCOME', useful = ?, clarified = ?,
              outcome_note = ?, outcome_at = ? where id = ?
            """)
        .param(outcome.useful())
        .param(outcome.clarified().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param(outcome.note())
        .param(Timestamp.from(outcome.at()))
        .param(id)
        .update();
  }

  /// The area of each camera asked for, as it was then.
  public Map<UUID, UUID> cameraAreas(UUID id) {
    Map<UUID, UUID> areas = new LinkedHashMap<>();
    database
        .sql(
            """
            select camera_id, area_id from evidence.request_camera where request_id = ?
            order by ordinal
            """)
        .param(id)
        .query(row -> {
          areas.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
    return areas;
  }

  public void addHistory(UUID id, HistoryEntry entry) {
    database
        .sql(
            """
            insert into evidence.history (request_id, at, what, who, event_id)
            values (?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(Timestamp.from(entry.at()))
        .param(entry.what().name())
        .param(entry.who())
        .param(entry.eventId())
        .update();
  }

  /// What happened to a request, oldest first.
  public List<HistoryEntry> listHistory(UUID id) {
    return database
        .sql(
            """
            select at, what, who, event_id from evidence.history where request_id = ?
            order by ordinal
            """)
        .param(id)
        .query((row, number) ->
            new HistoryEntry(
                row.getTimestamp("at").toInstant(),
                RequestEventType.valueOf(row.getString("what")),
                row.getObject("who", UUID.class),
                row.getObject("event_id", UUID.class)))
        .list();
  }

  /// Something that happened to a request of a case.
  public record OfCase(UUID requestId, String code, HistoryEntry entry) {}

  /// What happened to the requests of a case, oldest first for each.
  public List<OfCase> listHistoryOfCase(UUID caseId) {
    return database
        .sql(
            """
            select r.id, r.code, h.at, h.what, h.who, h.event_id
            from evidence.request r join evidence.history h on h.request_id = r.id
            where r.case_id = ? order by r.id, h.ordinal
            """)
        .param(caseId)
        .query((row, number) ->
            new OfCase(
                row.getObject("id", UUID.class),
                row.getString("code"),
                new HistoryEntry(
                    row.getTimestamp("at").toInstant(),
                    RequestEventType.valueOf(row.getString("what")),
                    row.getObject("who", UUID.class),
                    row.getObject("event_id", UUID.class))))
        .list();
  }

  private List<EvidenceRequest> withCameras(List<RequestRow> rows) {
    Map<UUID, RequestRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    database
        .sql(
            """
            select request_id, camera_id, granted from evidence.request_camera
            where request_id = any (?) order by request_id, ordinal
            """)
        .param(byId.keySet().toArray(UUID[]::new))
        .query(row -> {
          RequestRow request = byId.get(row.getObject("request_id", UUID.class));
          if (request != null) {
            request.addCamera(row.getObject("camera_id", UUID.class), row.getBoolean("granted"));
          }
        });
    return rows.stream().map(RequestRow::request).toList();
  }
}
