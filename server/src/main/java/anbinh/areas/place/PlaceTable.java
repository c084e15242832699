package anbinh.areas.place;

import anbinh.areas.PlaceKind;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of places. All places of a kind in a commune are of the list that named them last.
@Repository
public class PlaceTable {
  private static final String SEARCH =
      """
      select p.kind, p.name, p.former, n.name as within, p.latitude, p.longitude
      from areas.place p
      join areas.area_name n on n.area_id = p.area_id and n.valid_to is null
      <where>
      order by
        case
          when p.accented = :accented then 0
          when ' ' || p.accented like '% ' || :accented || '%' then 1
          when ' ' || p.folded like '% ' || :folded || '%' then 2
          else 3
        end,
        p.folded, p.accented, n.folded, p.latitude, p.longitude
      limit :most
      """;

  private final SqlClient database;
  private final Ids ids;

  PlaceTable(SqlClient database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /// What a list is the whole of.
  record Part(UUID areaId, PlaceKind kind) {}

  /// A place that a search found.
  ///
  /// @param within the name of the commune
  record Hit(
      PlaceKind kind,
      String name,
      @Nullable String former,
      String within,
      double latitude,
      double longitude) {}

  /// The places of a kind in a commune.
  Set<NamedPlace> list(Part part) {
    return new HashSet<>(
        database.list(
            NamedPlace.class,
            """
            select area_id, kind, name, former, latitude, longitude from areas.place
            where area_id = :areaId and kind = :kind
            """,
            Values.of(part)));
  }

  /// Puts places in place of all that there were of their kinds in their communes.
  public void replace(Collection<NamedPlace> places) {
    database.batch(
        "delete from areas.place where area_id = :areaId and kind = :kind",
        places.stream()
            .map(each -> new Part(each.areaId(), each.kind()))
            .distinct()
            .map(Values::of)
            .toList());
    database.batch(
        """
        insert into areas.place
          (id, area_id, kind, name, former, latitude, longitude, folded, accented)
        values
          (:id, :areaId, :kind, :name, :former, :latitude, :longitude, :folded, :accented)
        """,
        places.stream()
            .map(each ->
                Values.of(each)
                    .and("id", ids.next())
                    .and("folded", FoldedText.words(searched(each)))
                    .and("accented", FoldedText.accentedWords(each.name())))
            .toList());
  }

  private static String searched(NamedPlace place) {
    return place.former() == null ? place.name() : place.name() + " " + place.former();
  }

  /// The best ones: every word must be in the name, in the former one, or in the commune's.
  ///
  /// @param sought as somebody typed it
  List<Hit> search(String sought, SearchTerms words, int most) {
    Conditions where = new Conditions().search(words, "p.folded || ' ' || n.folded");
    return database.list(
        Hit.class,
        SEARCH.replace("<where>", where.text()),
        where
            .values()
            .and("accented", FoldedText.accentedWords(sought))
            .and("folded", FoldedText.words(sought))
            .and("most", most));
  }
}
