package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tables of requests and of their cameras. Safe for many threads.
@Component
public class RequestTable {
  private static final String SELECT =
      """
      select r.id, r.code, r.case_id, r.area_id, r.from_at as "from", r.to_at as "to", r.purpose,
        r.legal_basis, r.offence, r.necessity, r.urgent, r.subject_class as subject,
        r.paper_number as "paper.number", r.paper_on as "paper.on",
        r.paper_sha256 as "paper.sha256", r.requested_by, r.requested_at, r.expires_at, r.state,
        r.decision as "decision.outcome", r.reason_code as "decision.code",
        r.reason as "decision.reason", r.decided_by as "decision.by",
        r.decided_at as "decision.at", r.granted_from, r.granted_to, r.cancelled_at, r.expired_at,
        r.collecting_since, r.sealed_at, r.unavailable_cause, r.unavailable_at, r.delivered_at,
        r.useful as "outcome.useful", r.clarified as "outcome.clarified",
        r.outcome_note as "outcome.note", r.outcome_at as "outcome.at",
        r.urgent_reason as "urgency.cause.reason", r.urgent_words as "urgency.cause.words",
        r.urgent_by as "urgency.by", r.urgent_at as "urgency.at"
      from evidence.request r
      """;

  private final SqlClient database;
  private final ListQueries lists;

  RequestTable(SqlClient database, ListQueries lists) {
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
    if (!(request.state() instanceof RequestState.Requested requested)) {
      throw new IllegalArgumentException("a new request is undecided");
    }
    database.update(
        """
        insert into evidence.request (id, code, case_id, area_id, from_at, to_at, purpose,
          legal_basis, offence, necessity, urgent, requested_by, requested_at, expires_at, state,
          subject_class, paper_number, paper_on, paper_sha256)
        values (:id, :code, :application.caseId, :areaId, :application.asked.from,
          :application.asked.to, :application.purpose, :application.legalBasis,
          :application.offence, :application.necessity, :application.urgent, :requestedBy,
          :requestedAt, :expiresAt, 'REQUESTED', :application.subject, :application.paper.number,
          :application.paper.on, :application.paper.sha256)
        """,
        Values.of(request).and("expiresAt", requested.expiresAt()));
    List<UUID> cameras = request.asked().cameraIds();
    for (int ordinal = 0; ordinal < cameras.size(); ordinal++) {
      UUID camera = cameras.get(ordinal);
      UUID area = cameraAreas.get(camera);
      if (area == null) {
        throw new IllegalArgumentException("no area for camera " + camera);
      }
      database.update(
          """
          insert into evidence.request_camera (request_id, ordinal, camera_id, area_id)
          values (?, ?, ?, ?)
          """,
          request.id(),
          ordinal,
          camera,
          area);
    }
  }

  public Optional<EvidenceRequest> find(UUID id) {
    return withCameras(database.list(RequestRow.class, SELECT + "where r.id = ?", id)).stream()
        .findFirst();
  }

  /// Requests after one, by their identifiers.
  public List<EvidenceRequest> listAfter(UUID id, int rows) {
    return withCameras(
        database.list(RequestRow.class, SELECT + "where r.id > ? order by r.id limit ?", id, rows));
  }

  /// The request, which nobody else changes until the transaction ends.
  Optional<EvidenceRequest> findForUpdate(UUID id) {
    return withCameras(database.list(RequestRow.class, SELECT + "where r.id = ? for update", id))
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
        lists.list(
            RequestRow.class,
            SELECT + where.text() + "order by r.id desc limit :rows",
            where.values().and("rows", rows)));
  }

  /// Those of some cases, by identifier.
  public Set<UUID> listIds(Filter filter, Collection<UUID> caseIds) {
    Conditions where = where(filter, null).and("r.case_id = any (:cases)", "cases", caseIds);
    return Set.copyOf(
        lists.list(
            UUID.class, "select r.id from evidence.request r " + where.text(), where.values()));
  }

  /// How many there are, counted no further than to `most`.
  public int count(Filter filter, @Nullable String code, int most) {
    return where(filter, code).count(lists, "evidence.request r", most);
  }

  /// How many packages wait for who asked for them: sealed, kept, and not fetched as a whole.
  int countReady(UUID requestedBy, int most) {
    return new Conditions()
        .and("r.requested_by = :own", "own", requestedBy)
        .and("r.state = 'SEALED'")
        .and(
            "exists (select from evidence.extraction e where e.request_id = r.id"
                + " and e.deleted_at is null)")
        .count(lists, "evidence.request r", most);
  }

  private static Conditions where(Filter filter, @Nullable String code) {
    var where =
        new Conditions()
            .and("r.state = :state", "state", filter.state())
            .and(
                "strpos(r.code, upper(:code)) > 0",
                "code",
                code == null || code.isBlank() ? null : code.strip());
    Set<UUID> areas = filter.scope().areas();
    if (areas == null) {
      return where;
    }
    Set<UUID> undecided = filter.undecided().areas();
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
        database.list(
            RequestRow.class,
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
                """,
            Values.of("id", after == null ? null : after.id())
                .and("ordinary", after != null && !after.urgent())
                .and("expiresAt", after == null ? null : after.expiresAt())
                .and("own", filter.requestedBy())
                .and("areas", filter.scope().areas())
                .and("undecided", filter.undecided().areas())
                .and("rows", rows)));
  }

  /// The latest request of a case that a person made.
  public Optional<EvidenceRequest> findLatest(UUID caseId, UUID requestedBy) {
    return withCameras(
            database.list(
                RequestRow.class,
                SELECT + "where r.case_id = ? and r.requested_by = ? order by r.id desc limit 1",
                caseId,
                requestedBy))
        .stream()
        .findFirst();
  }

  /// Requests that the same person made before this one for one of its cameras, newest first.
  public List<EvidenceRequest> listEarlier(EvidenceRequest request, Instant since, int rows) {
    return withCameras(
        database.list(
            RequestRow.class,
            SELECT
                + """
                where r.requested_by = ? and r.id < ? and r.requested_at >= ?
                  and exists (select 1 from evidence.request_camera c
                    where c.request_id = r.id and c.camera_id = any (?))
                order by r.id desc limit ?
                """,
            request.requestedBy(),
            request.id(),
            since,
            request.asked().cameraIds(),
            rows));
  }

  void markUrgent(UUID id, Urgency urgency, Instant expiresAt) {
    database.update(
        """
        update evidence.request set urgent = true, urgent_by = :by, urgent_at = :at,
          urgent_reason = :cause.reason, urgent_words = :cause.words, expires_at = :expiresAt,
          reminded = 0 where id = :id
        """,
        Values.of(urgency).and("expiresAt", expiresAt).and("id", id));
  }

  /// What a case asks for or got, oldest first; what was refused, withdrawn or lapsed is left out.
  public List<EvidenceRequest> listLive(UUID caseId) {
    return withCameras(
        database.list(
            RequestRow.class,
            SELECT
                + """
                where r.case_id = ? and r.state not in ('REFUSED', 'CANCELLED', 'EXPIRED')
                order by r.id limit 500
                """,
            caseId));
  }

  /// Undecided requests whose time has run out.
  List<UUID> listOverdue(Instant now) {
    return database.list(
        UUID.class,
        """
        select id from evidence.request where state = 'REQUESTED' and expires_at <= ?
        order by id limit 500
        """,
        now);
  }

  /// Stores the state that a request has come to.
  public void update(UUID id, RequestState state) {
    switch (state) {
      case RequestState.Requested _ ->
          throw new IllegalArgumentException("nothing leads back to the first state");
      case RequestState.Approved approved -> {
        decide(id, approved.decision(), approved.grant(), StateName.APPROVED);
        for (UUID camera : approved.grant().cameraIds()) {
          database.update(
              """
              update evidence.request_camera set granted = true
              where request_id = ? and camera_id = ?
              """,
              id,
              camera);
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
          database.update(
              """
              update evidence.request set state = 'UNAVAILABLE', unavailable_cause = ?,
                unavailable_at = ? where id = ?
              """,
              unavailable.cause(),
              unavailable.at(),
              id);
      case RequestState.Delivered delivered ->
          set(id, StateName.DELIVERED, "delivered_at", delivered.at());
      case RequestState.OutcomeNoted noted -> noteOutcome(id, noted.outcome());
    }
  }

  private void decide(UUID id, Decision decision, @Nullable Grant grant, StateName state) {
    database.update(
        """
        update evidence.request set state = :state, decided_by = :by, decided_at = :at,
          decision = :outcome, reason_code = :code, reason = :reason, granted_from = :from,
          granted_to = :to where id = :id
        """,
        Values.of(decision)
            .and("state", state)
            .and("from", grant == null ? null : grant.from())
            .and("to", grant == null ? null : grant.to())
            .and("id", id));
    database.update("update evidence.request_camera set granted = false where request_id = ?", id);
  }

  private void set(UUID id, StateName state, String column, Instant at) {
    database.update(
        "update evidence.request set state = ?, " + column + " = ? where id = ?", state, at, id);
  }

  private void noteOutcome(UUID id, Outcome outcome) {
    database.update(
        """
        update evidence.request set state = 'OUTCOME', useful = :useful,
          clarified = :clarified, outcome_note = :note, outcome_at = :at
        where id = :id
        """,
        Values.of(outcome)
            .and("id", id)
            .and("clarified", outcome.clarified().stream().map(Enum::name).sorted().toList()));
  }

  /// The area of each camera asked for, as it was then.
  public Map<UUID, UUID> cameraAreas(UUID id) {
    return database.map(
        UUID.class,
        UUID.class,
        """
        select camera_id, area_id from evidence.request_camera where request_id = ?
        order by ordinal
        """,
        id);
  }

  public void addHistory(UUID id, HistoryEntry entry) {
    database.update(
        """
        insert into evidence.history (request_id, at, what, who, event_id)
        values (:id, :at, :what, :who, :eventId)
        """,
        Values.of(entry).and("id", id));
  }

  /// What happened to a request, oldest first.
  public List<HistoryEntry> listHistory(UUID id) {
    return database.list(
        HistoryEntry.class,
        """
        select at, what, who, event_id from evidence.history where request_id = ?
        order by ordinal
        """,
        id);
  }

  /// Something that happened to a request of a case.
  public record OfCase(UUID requestId, String code, HistoryEntry entry) {}

  /// What happened to the requests of a case, oldest first for each.
  public List<OfCase> listHistoryOfCase(UUID caseId) {
    return database.list(
        OfCase.class,
        """
        select r.id as request_id, r.code, h.at as "entry.at", h.what as "entry.what",
          h.who as "entry.who", h.event_id as "entry.event_id"
        from evidence.request r join evidence.history h on h.request_id = r.id
        where r.case_id = ? order by r.id, h.ordinal
        """,
        caseId);
  }

  private List<EvidenceRequest> withCameras(List<RequestRow> rows) {
    Map<UUID, List<RequestRow.Camera>> cameras =
        database.groups(
            UUID.class,
            RequestRow.Camera.class,
            """
            select request_id, camera_id, granted is true as granted
            from evidence.request_camera
            where request_id = any (?) order by request_id, ordinal
            """,
            rows.stream().map(RequestRow::id).toList());
    return rows.stream()
        .map(row -> row.request(cameras.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
