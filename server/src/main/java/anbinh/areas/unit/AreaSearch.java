package anbinh.areas.unit;

import anbinh.platform.FoldedText;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Finds today's units by what people call them: with accents or without, by a code, by a name that
/// the unit had, or by that of a unit that it took over.
///
/// Every word must be in the name, in the district that a past unit lay in, or in the name of the
/// unit above. The order: the code; the name with its accents; the name without; each whole before
/// parts, and present names before past ones. So `Đồng Tiến` finds the commune before the ward Đông
/// Tiến, and `dong tien` both.
@Repository
public class AreaSearch {
  private static final int MAX_WORDS = 8;

  /// More past names than this lead to fewer units than are shown.
  private static final int MAX_HITS = 200;

  private static final String UNIT = UnitTable.COLUMNS.replace("as \"", "as \"unit.");

  private static final String HITS =
      """
      select <unit>, n.name, n.valid_to as name_to,
        case
          when a.code = :code then 0
          when n.accented = :accented or n.accented like '% ' || :accented then 1
          when ' ' || n.accented like '% ' || :accented || '%' then 2
          when n.folded = :folded or n.folded like '% ' || :folded then 3
          when ' ' || n.folded like '% ' || :folded || '%' then 4
          else 5
        end as rank
      from areas.area_name n
      join areas.area a on a.id = n.area_id
      left join areas.area_name p on p.area_id = a.parent_id and p.valid_to is null
      where a.code = :code or (<words>)
      order by rank, n.valid_to is not null or a.valid_to is not null,
        case a.kind when 'PROVINCE' then 0 when 'COMMUNE' then 1 when 'WARD' then 1
          when 'RESIDENTIAL_AREA' then 2 else 3 end,
        n.folded, n.accented, a.code
      limit :hits
      """
          .replace("<unit>", UNIT);
  private static final String TODAY =
      """
      with recursive today (old_id, id) as (
        select old_id, new_id from areas.succession where old_id = any (:ended)
        union
        select t.old_id, s.new_id from areas.succession s join today t on s.old_id = t.id)
      select t.old_id, <unit> from today t join areas.area a on a.id = t.id
      where a.valid_to is null
      order by a.code
      """
          .replace("<unit>", UNIT);

  private final SqlClient database;

  AreaSearch(SqlClient database) {
    this.database = database;
  }

  /// A unit that there is today.
  ///
  /// @param former by which it was found; null when by its present name
  public record Found(Unit unit, @Nullable FormerName former) {}

  /// A name that leads to today's unit.
  ///
  /// @param until its last day, where it is known
  public record FormerName(String name, @Nullable String district, @Nullable LocalDate until) {}

  private record Hit(Unit unit, String name, @Nullable LocalDate nameTo) {
    boolean isPresentName() {
      return unit.present() && nameTo == null;
    }
  }

  /// The best ones.
  ///
  /// @param sought as somebody typed it
  public List<Found> search(String sought, int most) {
    List<String> words =
        List.of(FoldedText.words(sought).split(" ", -1)).stream()
            .filter(word -> !word.isEmpty())
            .limit(MAX_WORDS)
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = hits(sought, words);
    Map<UUID, List<Unit>> today =
        today(
            hits.stream()
                .map(Hit::unit)
                .filter(unit -> !unit.present())
                .map(AreaSearch::id)
                .distinct()
                .toList());
    Map<UUID, Found> found = new LinkedHashMap<>();
    for (Hit hit : hits) {
      Unit unit = hit.unit();
      if (hit.isPresentName()) {
        found.putIfAbsent(id(unit), new Found(unit, null));
      } else {
        var former =
            new FormerName(
                hit.name(), unit.district(), hit.nameTo() == null ? unit.to() : hit.nameTo());
        List<Unit> present =
            unit.present() ? List.of(unit) : today.getOrDefault(id(unit), List.of());
        present.forEach(each -> found.putIfAbsent(id(each), new Found(each, former)));
      }
    }
    return found.values().stream().limit(most).toList();
  }

  private List<Hit> hits(String sought, List<String> words) {
    var conditions = new ArrayList<String>();
    Values values =
        Values.of("code", sought.strip().toUpperCase(Locale.ROOT))
            .and("accented", FoldedText.accentedWords(sought))
            .and("folded", FoldedText.words(sought))
            .and("hits", MAX_HITS);
    for (int i = 0; i < words.size(); i++) {
      conditions.add("n.folded || ' ' || coalesce(p.folded, '') like :word" + i);
      values.and("word" + i, "%" + words.get(i) + "%");
    }
    return database.list(
        Hit.class, HITS.replace("<words>", String.join(" and ", conditions)), values);
  }

  /// The present units that took over from each, be it by way of others.
  private Map<UUID, List<Unit>> today(List<UUID> ended) {
    Map<UUID, List<Unit>> today = new HashMap<>();
    if (!ended.isEmpty()) {
      database
          .list(Today.class, TODAY, Values.of("ended", ended))
          .forEach(
              each -> today.computeIfAbsent(each.oldId(), _ -> new ArrayList<>()).add(each.unit()));
    }
    return today;
  }

  private record Today(UUID oldId, Unit unit) {}

  private static UUID id(Unit unit) {
    return unit.area().id();
  }
}
