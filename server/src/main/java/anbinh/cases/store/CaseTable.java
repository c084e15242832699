package anbinh.cases.store;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseState;
import anbinh.cases.LinkedRequest;
import anbinh.identity.AreaScope;
import anbinh.platform.FoldedText;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tables of cases. Safe for many threads.
@Component
public class CaseTable {
  private static final String COLUMNS =
      """
      select id, code, title, type, occurred_from, occurred_to, area_id, place,
        latitude as "point.latitude", longitude as "point.longitude", protection, description,
        opened_by, opened_at, clarified as "outcome.clarified",
        clarified_by as "outcome.clarified_by", outcome_note as "outcome.note",
        closed_by as "outcome.noted_by", closed_at as "outcome.noted_at"
      from cases.case_file
      """;

  private final SqlClient database;
  private final ListQueries lists;

  CaseTable(SqlClient database, ListQueries lists) {
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
              .within("area_id", scope.areas())
              .within("area_id", within.areas())
              .and("type = :type", "type", narrowing.type())
              .and(
                  "id in (select case_id from cases.officer where person_id = :officer and until is null)",
                  "officer",
                  narrowing.officer());
      if (state != null) {
        where.and(state == CaseState.CLOSED ? "closed_at is not null" : "closed_at is null");
      }
      if (opened != null) {
        where.and(
            "opened_at >= :openedFrom and opened_at < :openedTo",
            Map.of(
                "openedFrom", opened.from(),
                "openedTo", opened.to()));
      }
      if (closed != null) {
        where.and(
            "closed_at >= :closedFrom and closed_at < :closedTo",
            Map.of(
                "closedFrom", closed.from(),
                "closedTo", closed.to()));
      }
      return narrowing.clarified() ? where.and("clarified") : where;
    }
  }

  public void insert(CaseFile opened) {
    database.update(
        """
        insert into cases.case_file (id, code, title, type, occurred_from, occurred_to, area_id,
          place, latitude, longitude, protection, description, opened_by, opened_at,
          search_text)
        values (:id, :code, :title, :type, :occurredFrom, :occurredTo, :areaId, :place,
          :point.latitude, :point.longitude, :protection, :description, :openedBy, :openedAt,
          :searchText)
        """,
        Values.of(opened).and("searchText", searchText(opened)));
  }

  /// Keeps the place and the protection of a case; its text for searching follows.
  public void updatePlace(CaseFile file) {
    database.update(
        """
        update cases.case_file set place = :place, latitude = :point.latitude,
          longitude = :point.longitude, protection = :protection, search_text = :searchText
        where id = :id
        """,
        Values.of(file).and("searchText", searchText(file)));
  }

  public void close(UUID id, CaseFile.Outcome outcome) {
    database.update(
        """
        update cases.case_file set clarified = :clarified, clarified_by = :clarifiedBy,
          outcome_note = :note, closed_by = :notedBy, closed_at = :notedAt
        where id = :id and closed_at is null
        """,
        Values.of(outcome)
            .and("clarifiedBy", outcome.clarifiedBy().stream().map(Enum::name).sorted().toList())
            .and("id", id));
  }

  public Optional<CaseFile> find(UUID id) {
    return database.find(CaseFile.class, COLUMNS + "where id = ?", id);
  }

  public Map<UUID, CaseFile> find(Collection<UUID> ids) {
    return database.map(UUID.class, CaseFile.class, COLUMNS + "where id = any(?)", ids);
  }

  public boolean openIn(Set<UUID> areas) {
    return database.exists(
        """
        select from cases.case_file
          where closed_at is null and area_id = any(?)
        """,
        areas);
  }

  /// The same for cases that the person works on.
  public boolean openIn(Set<UUID> areas, UUID person) {
    return database.exists(
        """
        select from cases.case_file c
          join cases.officer o on o.case_id = c.id and o.until is null
          where c.closed_at is null and c.area_id = any(?) and o.person_id = ?
        """,
        areas,
        person);
  }

  public Optional<CaseFile> findForUpdate(UUID id) {
    return database.find(CaseFile.class, COLUMNS + "where id = ? for update", id);
  }

  /// Cases newest first.
  ///
  /// @param before only those opened before this one; null for the first page
  public List<CaseFile> list(Filter filter, @Nullable UUID before, int rows) {
    Conditions where = filter.where().and("id < :before", "before", before);
    return lists.list(
        CaseFile.class,
        COLUMNS + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  /// How many there are, counted no further than to `most`.
  public int count(Filter filter, int most) {
    return filter.where().count(lists, "cases.case_file", most);
  }

  public void noteRequest(UUID caseId, LinkedRequest request) {
    database.update(
        """
        insert into cases.linked_request (request_id, case_id, code, state, pending)
        values (:id, :caseId, :code, :state, :pending)
        on conflict (request_id) do update
          set state = excluded.state, pending = excluded.pending
        """,
        Values.of(request).and("caseId", caseId));
  }

  /// The requests of some cases, oldest first.
  public Map<UUID, List<LinkedRequest>> listRequests(Collection<UUID> caseIds) {
    return database.groups(
        UUID.class,
        LinkedRequest.class,
        """
        select case_id, request_id as id, code, state, pending
        from cases.linked_request where case_id = any(?) order by request_id
        """,
        caseIds);
  }

  public List<CaseFigures.Line> listLines(Instant from, Instant to, AreaScope scope) {
    return database.list(
        CaseFigures.Line.class,
        """
        select area_id, type,
          count(*) filter (where opened_at >= :from and opened_at < :to) as opened,
          count(*) filter (where closed_at >= :from and closed_at < :to) as closed,
          count(*) filter (where closed_at >= :from and closed_at < :to and clarified)
            as clarified,
          count(*) filter (where closed_at >= :from and closed_at < :to and clarified
            and cardinality(clarified_by) > 0) as clarified_by_footage
        from cases.case_file
        where ((opened_at >= :from and opened_at < :to)
            or (closed_at >= :from and closed_at < :to))
          and (cast(:areas as uuid[]) is null or area_id = any (:areas))
        group by area_id, type
        """,
        Values.of("from", from).and("to", to).and("areas", scope.areas()));
  }

  private static String searchText(CaseFile opened) {
    String place = opened.place() == null ? "" : opened.place();
    String description = opened.description() == null ? "" : opened.description();
    return FoldedText.words(String.join(" ", opened.code(), opened.title(), place, description));
  }
}
