package anbinh.situation.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// Those of which a written report was ever made, also one that goes on with another report or
  /// was taken up again since; the last one written first.
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
                    join (
                      select situation_id, max(at) as last_written
                      from situation.step where what = 'WRITTEN' group by situation_id
                    ) written on written.situation_id = situation.id
                    where commune_id = any (:communes) and erased_at is null
                      and not exists (select from situation.conflict c
                        where c.situation_id = situation.id and c.person_id = :reader)
                      and (cast(:before as uuid) is null or (last_written, id) < (:at, :before))
                    order by last_written desc, id desc limit :rows
                    """)
            .param("communes", communes.toArray(UUID[]::new))
            .param("reader", reader)
            .param("before", before)
            .param("at", beforeWritten == null ? null : Timestamp.from(beforeWritten))
            .param("rows", rows)
            .query(SituationTable::situation)
            .list();
    Map<UUID, Written> written = written(found.stream().map(Situation::id).toList());
    return found.stream()
        .flatMap(each ->
            Optional.ofNullable(written.get(each.id())).stream()
                .map(when -> new WrittenSituation(each, when.at(), when.readAt())))
        .toList();
  }

  /// One of which a written report was made.
  ///
  /// @param writtenAt when the last one was
  /// @param readAt when an officer above first read it; null while none did
  public record WrittenSituation(
      Situation situation, Instant writtenAt, @Nullable Instant readAt) {}

  private record Written(Instant at, @Nullable Instant readAt) {}

  /// When the last written reports were made, and first read since.
  private Map<UUID, Written> written(Collection<UUID> some) {
    return database
        .sql(
            """
            select w.situation_id, w.at, (
              select min(r.at) from situation.step r
              where r.situation_id = w.situation_id and r.what = 'WRITTEN_READ' and r.at >= w.at)
            from (
              select situation_id, max(at) as at from situation.step
              where situation_id = any (?) and what = 'WRITTEN' group by situation_id) w
            """)
        .param(some.toArray(UUID[]::new))
        .query((row, number) -> {
          Timestamp readAt = row.getTimestamp(3);
          return Map.entry(
              row.getObject(1, UUID.class),
              new Written(
                  row.getTimestamp(2).toInstant(), readAt == null ? null : readAt.toInstant()));
        })
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
