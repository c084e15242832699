package anbinh.cases.store;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseState;
import anbinh.cases.Clarified;
import anbinh.cases.LinkedRequest;
import anbinh.cases.Point;
import anbinh.cases.Protection;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.FoldedText;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.SearchTerms;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of cases. Safe for many threads.
@Component
public class CaseTable {
  private static final String COLUMNS =
      """
      select id, code, title, type, occurred_from, occurred_to, area_id, place, latitude,
        longitude, protection, description, opened_by, opened_at, clarified, clarified_by, outcome_note, closed_by, closed_at
      from cases.case_file
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  CaseTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// What a list of cases is narrowed to.
  ///
  /// @param sought in code, title, place or description
  /// @param state null for both
  /// @param within areas that the reader chose; not a right
  public record Filter(
      SearchTerms sought,
      @Nullable CaseState state,
      AreaScope scope,
      AreaScope within,
      Narrowing narrowing) {
    private Conditions where() {
      Narrowing.Span opened = narrowing.opened();
      Narrowing.Span closed = narrowing.closed();
      var where =
          new Conditions()
              .search(sought, "search_text")
              .within("area_id", ids(scope))
              .within("area_id", ids(within))
              .and("type = :type", "type", narrowing.type());
      if (state != null) {
        where.and(state == CaseState.CLOSED ? "closed_at is not null" : "closed_at is null");
      }
      if (opened != null) {
        where.and(
            "opened_at >= :openedFrom and opened_at < :openedTo",
            Map.of(
                "openedFrom", Timestamp.from(opened.from()),
                "openedTo", Timestamp.from(opened.to())));
      }
      if (closed != null) {
        where.and(
            "closed_at >= :closedFrom and closed_at < :closedTo",
            Map.of(
                "closedFrom", Timestamp.from(closed.from()),
                "closedTo", Timestamp.from(closed.to())));
      }
      return narrowing.clarified() ? where.and("clarified") : where;
    }
  }

  public record ClosedCounts(long closed, long clarified, long clarifiedByFootage) {}

  public void insert(CaseFile opened) {
    Point point = opened.point();
    database
        .sql(
            """
            insert into cases.case_file (id, code, title, type, occurred_from, occurred_to, area_id,
              place, latitude, longitude, protection, description, opened_by, opened_at,
              search_text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(opened.id())
        .param(opened.code())
        .param(opened.title())
        .param(opened.type())
        .param(Timestamp.from(opened.occurredFrom()))
        .param(timestamp(opened.occurredTo()))
        .param(opened.areaId())
        .param(opened.place())
        .param(point == null ? null : point.latitude())
        .param(point == null ? null : point.longitude())
        .param(opened.protection().name())
        .param(opened.description())
        .param(opened.openedBy())
        .param(Timestamp.from(opened.openedAt()))
        .param(searchText(opened))
        .update();
  }

  /// Keeps the place and the protection of a case; its text for searching follows.
  public void updatePlace(CaseFile file) {
    Point point = file.point();
    database
        .sql(
            """
            update cases.case_file set place = ?, latitude = ?, longitude = ?, protection = ?,
              search_text = ? where id = ?
            """)
        .param(file.place())
        .param(point == null ? null : point.latitude())
        .param(point == null ? null : point.longitude())
        .param(file.protection().name())
        .param(searchText(file))
        .param(file.id())
        .update();
  }

  public void close(UUID id, CaseFile.Outcome outcome) {
    database
        .sql(
            """
            update cases.case_file set clarified = ?, clarified_by = ?, outcome_note = ?,
              closed_by = ?, closed_at = ? where id = ? and closed_at is null
            """)
        .param(outcome.clarified())
        .param(outcome.clarifiedBy().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param(outcome.note())
        .param(outcome.notedBy())
        .param(Timestamp.from(outcome.notedAt()))
        .param(id)
        .update();
  }

  public Optional<CaseFile> find(UUID id) {
    return database.sql(COLUMNS + "where id = ?").param(id).query(CaseTable::caseFile).optional();
  }

  public Map<UUID, CaseFile> find(Collection<UUID> ids) {
    return database
        .sql(COLUMNS + "where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(CaseTable::caseFile)
        .list()
        .stream()
        .collect(Collectors.toMap(CaseFile::id, found -> found));
  }

  public boolean openIn(Set<UUID> areas) {
    return database
        .sql(
            """
            select exists (select from cases.case_file
              where closed_at is null and area_id = any(?))
            """)
        .param(areas.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /// The same for cases that the person works on.
  public boolean openIn(Set<UUID> areas, UUID person) {
    return database
        .sql(
            """
            select exists (select from cases.case_file c
              join cases.officer o on o.case_id = c.id and o.until is null
              where c.closed_at is null and c.area_id = any(:areas) and o.person_id = :person)
            """)
        .param("areas", areas.toArray(UUID[]::new))
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  public Optional<CaseFile> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(CaseTable::caseFile)
        .optional();
  }

  /// Cases newest first.
  ///
  /// @param before only those opened before this one; null for the first page
  public List<CaseFile> list(Filter filter, @Nullable UUID before, int rows) {
    Conditions where = filter.where().and("id < :before", "before", before);
    return lists
        .sql(COLUMNS + where.text() + "order by id desc limit :rows")
        .params(where.map())
        .param("rows", rows)
        .query(CaseTable::caseFile)
        .list();
  }

  /// How many there are, counted no further than to `most`.
  public int count(Filter filter, int most) {
    return filter.where().count(lists, "cases.case_file", most);
  }

  public void noteRequest(UUID caseId, LinkedRequest request) {
    database
        .sql(
            """
            insert into cases.linked_request (request_id, case_id, code, state, pending)
            values (?, ?, ?, ?, ?)
            on conflict (request_id) do update
              set state = excluded.state, pending = excluded.pending
            """)
        .param(request.id())
        .param(caseId)
        .param(request.code())
        .param(request.state())
        .param(request.pending())
        .update();
  }

  /// The requests of some cases, oldest first.
  public Map<UUID, List<LinkedRequest>> listRequests(Collection<UUID> caseIds) {
    record Row(UUID caseId, LinkedRequest request) {}
    return database
        .sql(
            """
            select case_id, request_id, code, state, pending from cases.linked_request
            where case_id = any(?) order by request_id
            """)
        .param(caseIds.toArray(UUID[]::new))
        .query((row, number) ->
            new Row(
                row.getObject("case_id", UUID.class),
                new LinkedRequest(
                    row.getObject("request_id", UUID.class),
                    row.getString("code"),
                    row.getString("state"),
                    row.getBoolean("pending"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::caseId,
                HashMap::new,
                Collectors.mapping(Row::request, Collectors.toUnmodifiableList())));
  }

  public Map<String, Long> countOpened(Instant from, Instant to, AreaScope scope) {
    Map<String, Long> counts = new HashMap<>();
    database
        .sql(
            """
            select type, count(*) from cases.case_file
            where opened_at >= :from and opened_at < :to
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            group by type
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("areas", areas(scope))
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  public ClosedCounts countClosed(Instant from, Instant to, AreaScope scope) {
    return database
        .sql(
            """
            select count(*), count(*) filter (where clarified),
              count(*) filter (where clarified and cardinality(clarified_by) > 0)
            from cases.case_file
            where closed_at >= :from and closed_at < :to
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("areas", areas(scope))
        .query((row, number) -> new ClosedCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  public List<CaseFigures.Line> listLines(Instant from, Instant to, AreaScope scope) {
    return database
        .sql(
            """
            select area_id, type,
              count(*) filter (where opened_at >= :from and opened_at < :to) as opened,
              count(*) filter (where closed_at >= :from and closed_at < :to) as closed,
              count(*) filter (where closed_at >= :from and closed_at < :to and clarified)
                as clarified,
              count(*) filter (where closed_at >= :from and closed_at < :to and clarified
                and cardinality(clarified_by) > 0) as by_footage
            from cases.case_file
            where ((opened_at >= :from and opened_at < :to)
                or (closed_at >= :from and closed_at < :to))
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            group by area_id, type
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("areas", areas(scope))
        .query((row, number) ->
            new CaseFigures.Line(
                row.getObject("area_id", UUID.class),
                row.getString("type"),
                row.getLong("opened"),
                row.getLong("closed"),
                row.getLong("clarified"),
                row.getLong("by_footage")))
        .list();
  }

  private static String searchText(CaseFile opened) {
    String place = opened.place() == null ? "" : opened.place();
    String description = opened.description() == null ? "" : opened.description();
    return FoldedText.words(String.join(" ", opened.code(), opened.title(), place, description));
  }

  private static @Nullable Collection<UUID> ids(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas();
    };
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("title"),
        row.getString("type"),
        row.getTimestamp("occurred_from").toInstant(),
        instant(row.getTimestamp("occurred_to")),
        row.getObject("area_id", UUID.class),
        row.getString("place"),
        point(row),
        Protection.valueOf(row.getString("protection")),
        row.getString("description"),
        row.getObject("opened_by", UUID.class),
        row.getTimestamp("opened_at").toInstant(),
        outcome(row));
  }

  private static @Nullable Point point(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    return latitude == null ? null : new Point(latitude, row.getDouble("longitude"));
  }

  private static CaseFile.@Nullable Outcome outcome(ResultSet row) throws SQLException {
    Timestamp closedAt = row.getTimestamp("closed_at");
    return closedAt == null
        ? null
        : new CaseFile.Outcome(
            row.getBoolean("clarified"),
            clarified(row.getArray("clarified_by")),
            row.getString("outcome_note"),
            row.getObject("closed_by", UUID.class),
            closedAt.toInstant());
  }

  private static Set<Clarified> clarified(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(Clarified::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
