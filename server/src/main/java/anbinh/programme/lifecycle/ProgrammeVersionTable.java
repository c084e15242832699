package anbinh.programme.lifecycle;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.Indicator;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of the texts of programmes; they are only added to. Safe for many threads.
@Repository
public class ProgrammeVersionTable {
  private final SqlClient database;

  ProgrammeVersionTable(SqlClient database) {
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
      Instant writtenAt) {
    public Writer writer() {
      return new Writer(programmeId, version, writtenBy);
    }
  }

  /// Who wrote a text of a programme.
  public record Writer(UUID programmeId, int version, UUID writtenBy) {}

  /// Of all texts of some programmes.
  public List<Writer> writers(Collection<UUID> programmes) {
    return database.list(
        Writer.class,
        "select programme_id, version, written_by from programme.version"
            + " where programme_id = any (?)",
        programmes);
  }

  public void insert(Written written) {
    database.update(
        """
        insert into programme.version (programme_id, version, goal, rules, criteria,
          indicators, name, reason, written_by, written_at)
        values (:programmeId, :version, :content.goal, :content.rules, :content.criteria,
          :content.indicators, :name, :reason, :writtenBy, :writtenAt)
        """,
        written);
    int position = 0;
    for (ProgrammePartner partner : written.content().partners()) {
      database.update(
          """
          insert into programme.partner
            (programme_id, version, position, kind, name, office)
          values (:id, :version, :position, :kind, :name, :office)
          """,
          Values.of(partner)
              .and("id", written.programmeId())
              .and("version", written.version())
              .and("position", position));
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
        .list(
            Row.class,
            """
            select programme_id, version, name, goal, rules, criteria, indicators, reason,
              written_by, written_at
            from programme.version where programme_id = ? order by version desc
            """,
            programmeId)
        .stream()
        .map(each -> each.with(partners.getOrDefault(each.version(), List.of())))
        .toList();
  }

  /// A text without its partners.
  private record Row(
      UUID programmeId,
      int version,
      @Nullable String name,
      String goal,
      List<String> rules,
      List<String> criteria,
      List<Indicator> indicators,
      @Nullable String reason,
      UUID writtenBy,
      Instant writtenAt) {
    Written with(List<ProgrammePartner> partners) {
      return new Written(
          programmeId,
          version,
          name,
          new ProgrammeContent(goal, rules, criteria, partners, indicators),
          reason,
          writtenBy,
          writtenAt);
    }
  }

  private Map<Integer, List<ProgrammePartner>> partners(UUID programmeId) {
    return database.groups(
        Integer.class,
        ProgrammePartner.class,
        """
        select version, kind, name, office from programme.partner
        where programme_id = ? order by version, position
        """,
        programmeId);
  }
}
