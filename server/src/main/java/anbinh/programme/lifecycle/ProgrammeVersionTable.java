package anbinh.programme.lifecycle;

import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of the texts of programmes; they are only added to. Safe for many threads.
@Repository
public class ProgrammeVersionTable {
  private final JdbcClient database;

  ProgrammeVersionTable(JdbcClient database) {
    this.database = database;
  }

  /// A text of a programme, and who wrote it when.
  ///
  /// @param name what it is called from then on; null where it keeps its name
  /// @param reason why it was written; null of the first one
  public record Written(
      UUID programmeId,
      int version,
      @Nullable String name,
      ProgrammeContent content,
      @Nullable String reason,
      UUID writtenBy,
      Instant writtenAt) {}

  public void insert(Written written) {
    ProgrammeContent content = written.content();
    database
        .sql(
            """
            insert into programme.version (programme_id, version, goal, rules, criteria,
              indicators, name, reason, written_by, written_at)
            values (:id, :version, :goal, :rules, :criteria, :indicators, :name, :reason, :by, :at)
            """)
        .param("id", written.programmeId())
        .param("version", written.version())
        .param("goal", content.goal())
        .param("rules", content.rules().toArray(String[]::new))
        .param("criteria", content.criteria().toArray(String[]::new))
        .param("indicators", content.indicators().stream().map(Enum::name).toArray(String[]::new))
        .param("name", written.name())
        .param("reason", written.reason())
        .param("by", written.writtenBy())
        .param("at", Timestamp.from(written.writtenAt()))
        .update();
    int position = 0;
    for (ProgrammePartner partner : content.partners()) {
      database
          .sql(
              """
              insert into programme.partner
                (programme_id, version, position, kind, name, office)
              values (:id, :version, :position, :kind, :name, :office)
              """)
          .param("id", written.programmeId())
          .param("version", written.version())
          .param("position", position)
          .param("kind", partner.kind().name())
          .param("name", partner.name())
          .param("office", partner.office())
          .update();
      position++;
    }
  }

  public Written get(UUID programmeId, int version) {
    return list(programmeId).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .orElseThrow();
  }

  /// All of a programme, newest first.
  public List<Written> list(UUID programmeId) {
    Map<Integer, List<ProgrammePartner>> partners = partners(programmeId);
    return database
        .sql(
            """
            select programme_id, version, name, goal, rules, criteria, indicators, reason, written_by,
              written_at
            from programme.version where programme_id = ? order by version desc
            """)
        .param(programmeId)
        .query(
            (row, number) -> written(row, partners.getOrDefault(row.getInt("version"), List.of())))
        .list();
  }

  /// The indicators of some programmes in the texts that hold.
  public Map<UUID, List<Indicator>> indicators(Collection<UUID> programmes) {
    return database
        .sql(
            """
            select p.id, v.indicators from programme.programme p
            join programme.version v on v.programme_id = p.id and v.version = p.version
            where p.id = any (?)
            """)
        .param(programmes.toArray(UUID[]::new))
        .query((row, number) -> Map.entry(row.getObject("id", UUID.class), indicators(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Integer, List<ProgrammePartner>> partners(UUID programmeId) {
    record Row(int version, ProgrammePartner partner) {}
    return database
        .sql(
            """
            select version, kind, name, office from programme.partner
            where programme_id = ? order by version, position
            """)
        .param(programmeId)
        .query((row, number) ->
            new Row(
                row.getInt("version"),
                new ProgrammePartner(
                    PartnerKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getString("office"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::version, Collectors.mapping(Row::partner, Collectors.toList())));
  }

  private static Written written(ResultSet row, List<ProgrammePartner> partners)
      throws SQLException {
    return new Written(
        row.getObject("programme_id", UUID.class),
        row.getInt("version"),
        row.getString("name"),
        new ProgrammeContent(
            row.getString("goal"),
            texts(row, "rules", Function.identity()),
            texts(row, "criteria", Function.identity()),
            partners,
            indicators(row)),
        row.getString("reason"),
        row.getObject("written_by", UUID.class),
        row.getTimestamp("written_at").toInstant());
  }

  private static List<Indicator> indicators(ResultSet row) throws SQLException {
    return texts(row, "indicators", Indicator::valueOf);
  }

  private static <T> List<T> texts(ResultSet row, String column, Function<String, T> as)
      throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray()).map(as).toList();
  }
}
