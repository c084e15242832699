package anbinh.audit.log;

import anbinh.audit.AuditProblem;
import anbinh.audit.event.EventTable;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds events that are in the log, each as closely as its readers may place it ([Disclosure]).
@Component
class LogQuery {
  private final SqlClient database;
  private final Site site;

  LogQuery(SqlClient database, Site site) {
    this.database = database;
    this.site = site;
  }

  /// Those with time and place, newest first; routine events only when their type or their object
  /// is asked for.
  ///
  /// @param areas of which the reader sees entries; null for all
  Page<EventTable.Row> list(Filter filter, @Nullable Set<UUID> areas, PageRequest request) {
    long before = request.key(0, Long::parseLong).orElse(Long.MAX_VALUE);
    return Page.read(
        request,
        row -> List.of(Long.toString(row.index())),
        rows ->
            database.list(
                EventTable::row,
                EventTable.COLUMNS
                    + """
                    where leaf_index < :before and disclosure = 'EXACT'
                      and (not routine or cast(:type as text) is not null
                        or cast(:object as text) is not null)
                      and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                      and (cast(:actor as uuid) is null or actor_id = :actor)
                      and (cast(:object as text) is null or object_id = :object
                        or object_code = :object)
                      and (cast(:type as text) is null or type = :type)
                      and (cast(:from as timestamptz) is null or at >= :from)
                      and (cast(:to as timestamptz) is null or at < :to)
                    order by leaf_index desc limit :rows
                    """,
                Values.of("before", before)
                    .and("areas", areas)
                    .and("actor", filter.actor())
                    .and("object", filter.object())
                    .and("type", filter.type())
                    .and("from", filter.from())
                    .and("to", filter.to())
                    .and("rows", rows)));
  }

  /// Those of a day that is over, by type and person and then in no order: what happened when on
  /// it, nobody tells.
  List<EventTable.Row> listDay(LocalDate day, @Nullable Set<UUID> areas) {
    return database.list(
        EventTable::row,
        EventTable.COLUMNS
            + """
            where disclosure = 'DAY' and leaf_index is not null and at >= :from and at < :to
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            order by type, actor_id, mac
            """,
        Values.of("from", day.atStartOfDay(site.zone()).toInstant())
            .and("to", day.plusDays(1).atStartOfDay(site.zone()).toInstant())
            .and("areas", areas));
  }

  /// How many events of each type that is only counted a month had that is over.
  Map<String, Long> count(YearMonth month, @Nullable Set<UUID> areas) {
    return new TreeMap<>(
        database.map(
            String.class,
            Long.class,
            """
            select type, count(*) from audit.event
            where disclosure = 'COUNT' and at >= :from and at < :to
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
            group by type
            """,
            Values.of("from", month.atDay(1).atStartOfDay(site.zone()).toInstant())
                .and("to", month.plusMonths(1).atDay(1).atStartOfDay(site.zone()).toInstant())
                .and("areas", areas)));
  }

  /// The place of the newest event of the list.
  Optional<Long> findNewest() {
    return database.find(
        Long.class,
        """
        select leaf_index from audit.event
        where not routine and disclosure = 'EXACT' and leaf_index is not null
        order by leaf_index desc limit 1
        """);
  }

  /// The day at the site.
  LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, site.zone());
  }

  EventTable.Row get(long index) {
    return find(index).orElseThrow(() -> Problem.of(AuditProblem.NO_SUCH_ENTRY, index));
  }

  /// Whether an entry is of one of some areas; null for all.
  boolean isWithin(long index, @Nullable Set<UUID> areas) {
    return areas == null
        || database.exists(
            """
            select from audit.event where leaf_index = ? and area_id = any (?)
            """,
            index,
            areas);
  }

  private Optional<EventTable.Row> find(long index) {
    return database.find(
        EventTable::row,
        EventTable.COLUMNS + "where leaf_index = ? and disclosure = 'EXACT'",
        index);
  }

  /// What is asked for; null does not restrict.
  ///
  /// @param object identifier or short code
  record Filter(
      @Nullable UUID actor,
      @Nullable String object,
      @Nullable String type,
      @Nullable Instant from,
      @Nullable Instant to) {}
}
