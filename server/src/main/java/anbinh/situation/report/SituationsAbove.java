package anbinh.situation.report;

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
import org.springframework.stereotype.Repository;

/// What comes to the officers above those of a commune: what nobody there does, and the reports
/// that are written for them. Safe for many threads.
@Repository
public class SituationsAbove {
  private final SqlClient database;

  SituationsAbove(SqlClient database) {
    this.database = database;
  }

  /// What is overdue, and was not done in a second term either.
  public List<Situation> listLeft(Instant moment, int most) {
    return database.list(
        Situation.class,
        SituationTable.COLUMNS
            + """
            where above_at < ? and escalated_at is not null and not above
              and merged_into is null
            order by above_at, id limit ? for update skip locked
            """,
        moment,
        most);
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
        database.list(
            Situation.class,
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
                """,
            Values.of("communes", communes)
                .and("reader", reader)
                .and("before", before)
                .and("at", beforeWritten)
                .and("rows", rows));
    Map<UUID, Written> written = written(found.stream().map(Situation::id).toList());
    return found.stream()
        .flatMap(each ->
            Optional.ofNullable(written.get(each.id())).stream()
                .map(when -> new WrittenSituation(each, when.at(), when.readAt())))
        .toList();
  }

  /// Those of which the last written report was read by nobody above, newest first.
  public List<UUID> listUnread(Set<UUID> communes, int most) {
    if (communes.isEmpty()) {
      return List.of();
    }
    return database.list(
        UUID.class,
        """
        select s.id from situation.situation s
        join (
          select situation_id, max(at) as at from situation.step
          where what = 'WRITTEN' group by situation_id
        ) written on written.situation_id = s.id
        where s.commune_id = any (:communes) and s.erased_at is null
          and not exists (select from situation.step r
            where r.situation_id = s.id and r.what = 'WRITTEN_READ' and r.at >= written.at)
        order by written.at desc limit :most
        """,
        Values.of("communes", communes).and("most", most));
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
    return database.map(
        UUID.class,
        Written.class,
        """
        select w.situation_id, w.at, (
          select min(r.at) from situation.step r
          where r.situation_id = w.situation_id and r.what = 'WRITTEN_READ' and r.at >= w.at)
          as read_at
        from (
          select situation_id, max(at) as at from situation.step
          where situation_id = any (?) and what = 'WRITTEN' group by situation_id) w
        """,
        some);
  }
}
