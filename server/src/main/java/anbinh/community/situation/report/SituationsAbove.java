package anbinh.community.situation.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What comes to the officers above those of a commune: what nobody there does, and the reports
/// that are written for them. Safe for many threads.
@Repository
public class SituationsAbove {
  private final JdbcClient database;

  SituationsAbove(JdbcClient database) {
    this.database = database;
  }

  /// What is overdue, and was not done in a second term either.
  public List<Situation> listLeft(Instant moment, int most) {
    return database
        .sql(
            SituationTable.COLUMNS
                + """
                where above_at < ? and escalated_at is not null and not above
                  and merged_into is null
                order by above_at, id limit ? for update skip locked
                """)
        .param(Timestamp.from(moment))
        .param(most)
        .query(SituationTable::situation)
        .list();
  }

  /// Those of which a written report was made, the last one first.
  ///
  /// @param reader who is shown nothing that they have a part in
  public List<WrittenSituation> listWritten(
      Set<UUID> communes,
      UUID reader,
      @Nullable Instant beforeWritten,
      @Nullable UUID before,
      int rows) {
    List<Situation> found =
        database
            .sql(
                SituationTable.COLUMNS
                    + """
                    where commune_id = any (:communes) and written_at is not null
                      and merged_into is null and erased_at is null
                      and not exists (select from community.situation_conflict c
                        where c.situation_id = situation.id and c.person_id = :reader)
                      and (cast(:before as uuid) is null or (written_at, id) < (:at, :before))
                    order by written_at desc, id desc limit :rows
                    """)
            .param("communes", communes.toArray(UUID[]::new))
            .param("reader", reader)
            .param("before", before)
            .param("at", beforeWritten == null ? null : Timestamp.from(beforeWritten))
            .param("rows", rows)
            .query(SituationTable::situation)
            .list();
    Map<UUID, Instant> read = read(found.stream().map(Situation::id).toList());
    return found.stream().map(each -> new WrittenSituation(each, read.get(each.id()))).toList();
  }

  /// One of which a written report was made.
  ///
  /// @param readAt when an officer above first read it; null while none did
  public record WrittenSituation(Situation situation, @Nullable Instant readAt) {}

  /// When written reports were first read since they were written.
  private Map<UUID, Instant> read(Collection<UUID> some) {
    return database
        .sql(
            """
            select s.situation_id, min(s.at) from community.situation_step s
            join community.situation o on o.id = s.situation_id
            where s.situation_id = any (?) and s.what = 'WRITTEN_READ' and s.at >= o.written_at
            group by s.situation_id
            """)
        .param(some.toArray(UUID[]::new))
        .query((row, number) ->
            Map.entry(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
