package anbinh.platform.indicator;

import anbinh.platform.sql.SqlClient;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a feature counts, as SQL for its rows. Both the counts and the list of the records behind
/// one are made of these rows, so that a number opens exactly what it counts.
///
/// The SQL may use what [IndicatorSpan#values] names, and gives the columns `indicators` (`text[]`:
/// all that the row counts for), `id`, `object_id`, `code`, `name`, `area_id`, `part`, `day` and
/// `count`. It need not narrow areas.
///
/// @param events the rows of what happened; empty where nothing does
/// @param states the rows of what there is at the end of a day; empty where there is nothing
public record CountedRows(String events, String states) {
  private static final Pattern SCHEMA = Pattern.compile("\\b(?:from|join)\\s+([a-z]+)\\.");

  /// The schemas of the tables that the rows are of.
  public Set<String> schemas() {
    return SCHEMA
        .matcher(events + " " + states)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Of events by indicator, area, part and month, some of them in several counts.
  public List<IndicatorCount> events(
      SqlClient database, IndicatorSpan span, Collection<IndicatorDefinition> definitions) {
    return count(events, "date_trunc('month', day::timestamp)::date", database, span, definitions);
  }

  /// The same of states, without months.
  public List<IndicatorCount> states(
      SqlClient database, IndicatorSpan span, Collection<IndicatorDefinition> definitions) {
    return count(states, "null::date", database, span, definitions);
  }

  /// What counts for the same indicators is added up by the database, and spread over them here: to
  /// add up once more for each of them would take it a third of its time.
  private static List<IndicatorCount> count(
      String rows,
      String month,
      SqlClient database,
      IndicatorSpan span,
      Collection<IndicatorDefinition> definitions) {
    if (rows.isEmpty()) {
      return List.of();
    }
    planForThese(database);
    Set<String> parted = parted(definitions);
    Map<String, List<String>> indicators = new HashMap<>();
    List<IndicatorCount> counts = new ArrayList<>();
    List<Group> groups =
        database.list(
            Group.class,
            """
            select array_to_string(indicators, ' ') as indicators, area_id, part, month, count
            from (
              select indicators, area_id, part, %s as month, sum(count) as count
              from (%s) counted
              where cast(:areas as uuid[]) is null or area_id = any (:areas)
              group by 1, 2, 3, 4) grouped
            """
                .formatted(month, rows),
            span.values());
    for (Group group : groups) {
      YearMonth in = group.month() == null ? null : YearMonth.from(group.month());
      indicators
          .computeIfAbsent(group.indicators(), names -> List.of(names.split(" ", -1)))
          .forEach(each ->
              counts.add(
                  new IndicatorCount(
                      each,
                      group.areaId(),
                      parted.contains(each) ? group.part() : null,
                      in,
                      group.count())));
    }
    return counts;
  }

  /// Rows that count for the same indicators, added up.
  private record Group(
      String indicators,
      UUID areaId,
      @Nullable String part,
      @Nullable LocalDate month,
      long count) {}

  /// Has PostgreSQL plan for this span and these areas, until the transaction ends. From the sixth
  /// time on it would take a plan for any of them, which reads a province twice as long.
  private static void planForThese(SqlClient database) {
    database.update("set local plan_cache_mode = force_custom_plan");
  }

  private static Set<String> parted(Collection<IndicatorDefinition> definitions) {
    return definitions.stream()
        .filter(IndicatorDefinition::byPart)
        .map(IndicatorDefinition::code)
        .collect(Collectors.toSet());
  }

  /// The rows of one indicator that count something, newest first.
  public List<IndicatorRecord> records(SqlClient database, IndicatorQuery query) {
    String rows = query.indicator().kind() == IndicatorDefinition.Kind.EVENTS ? events : states;
    if (rows.isEmpty()) {
      return List.of();
    }
    IndicatorRecord.Cursor after = query.after();
    return database.list(
        IndicatorRecord.class,
        """
        select id, object_id, code, name, area_id, day, count from (%s) counted
        where :indicator = any (indicators) and count > 0
          and (cast(:areas as uuid[]) is null or area_id = any (:areas))
          and (cast(:part as text) is null or part = :part)
          and (cast(:afterDay as date) is null or (day, id) < (:afterDay, :afterId))
        order by day desc, id desc limit :rows
        """
            .formatted(rows),
        query
            .span()
            .values()
            .and("indicator", query.indicator().code())
            .and("part", query.part())
            .and("afterDay", after == null ? null : after.day())
            .and("afterId", after == null ? null : after.id())
            .and("rows", query.rows()));
  }
}
