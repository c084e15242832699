package anbinh.situation.report;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `situation.situation`, their content encrypted under a key of their own. Safe for
/// many threads.
@Repository
public class SituationTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  static final String COLUMNS =
      """
      select id, code, channel, commune_id, village_id, team_id, kind, danger, injured, urgent,
        own_guarded, guarded, state, outcome, revision, happened_at, happened_precision, noted_at,
        received_at, skew_seconds, late, changed, receiver_id, identity_officer_id,
        acknowledged_at, written_at, decided_at, closed_at, reopened, mediation_id, merged_into,
        retraction_asked_at, attention_at, due_what, due_at, escalated_at, raised_at, waiting_since, erased_at
      from situation.situation
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  SituationTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("situation").resolve("situation.key"));
  }

  public void insert(Situation one, SituationContent content) {
    bind(
            database.sql(
                """
                insert into situation.situation (id, code, channel, commune_id, village_id, team_id,
                  kind, danger, injured, urgent, own_guarded, guarded, state, outcome, revision,
                  happened_at, happened_precision, noted_at, received_at, skew_seconds, late,
                  changed, receiver_id, identity_officer_id, acknowledged_at, written_at,
                  decided_at, closed_at, reopened, mediation_id, merged_into, retraction_asked_at,
                  attention_at, due_what, due_at, escalated_at, raised_at, waiting_since,
                  content_cipher)
                values (:id, :code, :channel, :commune, :village, :team, :kind, :danger, :injured,
                  :urgent, :ownGuarded, :guarded, :state, :outcome, :revision, :happenedAt,
                  :precision, :notedAt, :receivedAt, :skew, :late, :changed, :receiver, :identity,
                  :acknowledgedAt, :writtenAt, :decidedAt, :closedAt, :reopened, :mediation,
                  :merged, :retraction, :attention, :dueWhat, :dueAt, :escalatedAt, :raisedAt,
                  :waitingSince, :content)
                """),
            one)
        .param("code", one.code())
        .param("channel", one.channel().name())
        .param("team", one.teamId())
        .param("content", encrypted(content))
        .update();
  }

  public void save(Situation one, SituationContent content) {
    save(one);
    database
        .sql("update situation.situation set content_cipher = ? where id = ?")
        .params(encrypted(content), one.id())
        .update();
  }

  public void save(Situation one) {
    bind(
            database.sql(
                """
                update situation.situation set commune_id = :commune, village_id = :village,
                  kind = :kind, danger = :danger, injured = :injured, urgent = :urgent,
                  own_guarded = :ownGuarded, guarded = :guarded, state = :state,
                  outcome = :outcome, revision = :revision, happened_at = :happenedAt,
                  happened_precision = :precision, noted_at = :notedAt,
                  received_at = :receivedAt, skew_seconds = :skew, late = :late,
                  changed = :changed, receiver_id = :receiver, identity_officer_id = :identity,
                  acknowledged_at = :acknowledgedAt, written_at = :writtenAt,
                  decided_at = :decidedAt, closed_at = :closedAt, reopened = :reopened,
                  mediation_id = :mediation, merged_into = :merged,
                  retraction_asked_at = :retraction, attention_at = :attention,
                  due_what = :dueWhat, due_at = :dueAt, escalated_at = :escalatedAt,
                  raised_at = :raisedAt, waiting_since = :waitingSince
                where id = :id
                """),
            one)
        .update();
  }

  private static StatementSpec bind(StatementSpec statement, Situation one) {
    Nature nature = one.nature();
    Times times = one.times();
    Conduct conduct = one.conduct();
    return statement
        .param("id", one.id())
        .param("commune", one.place().communeId())
        .param("village", one.place().villageId())
        .param("kind", nature.kind())
        .param("danger", nature.danger())
        .param("injured", nature.injured())
        .param("urgent", nature.urgent())
        .param("ownGuarded", nature.ownGuarded())
        .param("guarded", nature.guarded())
        .param("state", one.state().name())
        .param("outcome", conduct.outcome() == null ? null : conduct.outcome().name())
        .param("revision", one.revision())
        .param("happenedAt", timestamp(times.happenedAt()))
        .param("precision", times.precision().name())
        .param("notedAt", Timestamp.from(times.notedAt()))
        .param("receivedAt", Timestamp.from(times.receivedAt()))
        .param("skew", times.skewSeconds())
        .param("late", times.late())
        .param("changed", one.marks().changed())
        .param("receiver", conduct.receiverId())
        .param("identity", conduct.identityOfficerId())
        .param("acknowledgedAt", timestamp(conduct.acknowledgedAt()))
        .param("writtenAt", timestamp(conduct.writtenAt()))
        .param("decidedAt", timestamp(conduct.decidedAt()))
        .param("closedAt", timestamp(conduct.closedAt()))
        .param("reopened", conduct.reopened())
        .param("mediation", conduct.mediationId())
        .param("merged", one.mergedInto())
        .param("retraction", timestamp(one.marks().retractionAskedAt()))
        .param("attention", timestamp(one.marks().attentionAt()))
        .param("dueWhat", one.due().what() == null ? null : one.due().what().name())
        .param("dueAt", timestamp(one.due().at()))
        .param("escalatedAt", timestamp(one.due().escalatedAt()))
        .param("raisedAt", timestamp(nature.raisedAt()))
        .param("waitingSince", Timestamp.from(conduct.waitingSince()));
  }

  public Optional<Situation> find(UUID id) {
    return database
        .sql(COLUMNS + "where id = ?")
        .param(id)
        .query(SituationTable::situation)
        .optional();
  }

  public Optional<Situation> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(SituationTable::situation)
        .optional();
  }

  /// Of two that send the same identifier at once, the second waits for the first.
  public void holdId(UUID id) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(?, 90))")
        .param(id.toString())
        .query((row, number) -> 0)
        .list();
  }

  public boolean hasCode(String code) {
    return database
        .sql("select exists (select from situation.situation where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }

  public Optional<SituationContent> findContent(UUID id) {
    return findCipher(id).map(this::content);
  }

  /// The same of some, without those that were erased.
  public Map<UUID, SituationContent> contents(Collection<UUID> some) {
    Map<UUID, SituationContent> contents = new HashMap<>();
    database
        .sql(
            """
            select id, content_cipher from situation.situation
            where id = any (?) and erased_at is null
            """)
        .param(some.toArray(UUID[]::new))
        .query(row -> {
          contents.put(row.getObject(1, UUID.class), content(row.getBytes(2)));
        });
    return contents;
  }

  private SituationContent content(byte[] encrypted) {
    return JSON.readValue(cipher.decrypt(encrypted), SituationContent.class);
  }

  /// The bytes as they are kept; empty once erased.
  public Optional<byte[]> findCipher(UUID id) {
    return database
        .sql("select content_cipher from situation.situation where id = ? and erased_at is null")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// What a desk asks for.
  ///
  /// @param communes for which the reader is responsible
  /// @param upper communes of whose reports the reader has those in which all officers there have a
  ///   part
  /// @param reader who is shown nothing that they have a part in
  /// @param code a part of the code; null for any
  public record Requested(
      Set<UUID> communes,
      Set<UUID> upper,
      UUID reader,
      @Nullable String kind,
      @Nullable UUID villageId,
      @Nullable SituationState state,
      @Nullable String code) {}

  private static final String WANTED =
      """
      where (commune_id = any (:communes) or (above and commune_id = any (:upper)))
        and merged_into is null
        and not exists (select from situation.conflict c
          where c.situation_id = situation.id and c.person_id = :reader)
        and (cast(:kind as text) is null or kind = :kind)
        and (cast(:village as uuid) is null or village_id = :village)
        and (cast(:state as text) is null or state = :state)
        and (cast(:code as text) is null or strpos(code, upper(:code)) > 0)
      """;

  private StatementSpec requested(String sql, Requested requested) {
    return database
        .sql(sql)
        .param("communes", requested.communes().toArray(UUID[]::new))
        .param("upper", requested.upper().toArray(UUID[]::new))
        .param("reader", requested.reader())
        .param("kind", requested.kind())
        .param("village", requested.villageId())
        .param("state", requested.state() == null ? null : requested.state().name())
        .param("code", requested.code());
  }

  /// What has something due, what is due first on top.
  public List<Situation> listOpen(
      Requested requested, @Nullable Instant afterDue, @Nullable UUID after, int rows) {
    return requested(
            COLUMNS
                + WANTED
                + """
                and due_at is not null
                and (cast(:after as uuid) is null or (due_at, id) > (:due, :after))
                order by due_at, id limit :rows
                """,
            requested)
        .param("due", timestamp(afterDue))
        .param("after", after)
        .param("rows", rows)
        .query(SituationTable::situation)
        .list();
  }

  /// What is over and has nothing due, the last one closed first.
  public List<Situation> listOver(
      Requested requested, @Nullable Instant beforeClosed, @Nullable UUID before, int rows) {
    return requested(
            COLUMNS
                + WANTED
                + """
                and due_at is null
                and (cast(:before as uuid) is null or (closed_at, id) < (:closed, :before))
                order by closed_at desc, id desc limit :rows
                """,
            requested)
        .param("closed", timestamp(beforeClosed))
        .param("before", before)
        .param("rows", rows)
        .query(SituationTable::situation)
        .list();
  }

  /// How the reports of a team stand.
  public record TeamStanding(long waiting, long inHand, long over) {}

  /// Of all that a team's members reported since a moment.
  public TeamStanding countOfTeam(UUID teamId, Instant since) {
    return database
        .sql(
            """
            select count(*) filter (where state = 'SUBMITTED'),
              count(*) filter (where state not in ('SUBMITTED', 'CLOSED', 'RETRACTED')),
              count(*) filter (where state in ('CLOSED', 'RETRACTED'))
            from situation.situation where team_id = ? and received_at >= ?
            """)
        .params(teamId, Timestamp.from(since))
        .query((row, number) -> new TeamStanding(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /// Those that may tell of the same: of the same commune, by themselves, within some time of each
  /// other, what is nearest to the moment first.
  ///
  /// @param around where one of the two does not say more than the day, `exact` where both do
  public List<Situation> listAround(
      Situation one, Instant at, Duration exact, Duration around, UUID reader, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where commune_id = :commune and id <> :id and merged_into is null
                  and kind = :kind and erased_at is null
                  and (cast(:village as uuid) is null or village_id is null
                    or village_id = :village)
                  and coalesce(happened_at, noted_at) between :from and :to
                  and (happened_precision in ('DAY', 'UNKNOWN')
                    or coalesce(happened_at, noted_at) between :near and :far)
                  and not exists (select from situation.conflict c
                    where c.situation_id = situation.id and c.person_id = :reader)
                order by abs(extract(epoch from coalesce(happened_at, noted_at) - cast(:at as timestamptz))), id
                limit :rows
                """)
        .param("rows", rows)
        .param("near", Timestamp.from(at.minus(exact)))
        .param("far", Timestamp.from(at.plus(exact)))
        .param("commune", one.place().communeId())
        .param("id", one.id())
        .param("kind", one.nature().kind())
        .param("village", one.place().villageId())
        .param("at", Timestamp.from(at))
        .param("from", Timestamp.from(at.minus(around)))
        .param("to", Timestamp.from(at.plus(around)))
        .param("reader", reader)
        .query(SituationTable::situation)
        .list();
  }

  /// Those that go on with another one.
  public List<Situation> listMergedInto(UUID id) {
    return database
        .sql(COLUMNS + "where merged_into = ? order by received_at, id")
        .param(id)
        .query(SituationTable::situation)
        .list();
  }

  /// The same, held until the end of the transaction in the order of their identifiers.
  public List<Situation> holdMergedInto(UUID id) {
    return database
        .sql(COLUMNS + "where merged_into = ? order by id for update")
        .param(id)
        .query(SituationTable::situation)
        .list();
  }

  public Map<UUID, Integer> countMerged(Collection<UUID> some) {
    return database
        .sql(
            """
            select merged_into, count(*) from situation.situation
            where merged_into = any (?) group by merged_into
            """)
        .param(some.toArray(UUID[]::new))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public List<Situation> list(Collection<UUID> some) {
    return database
        .sql(COLUMNS + "where id = any (?) order by received_at, id")
        .param(some.toArray(UUID[]::new))
        .query(SituationTable::situation)
        .list();
  }

  /// What was due before a moment, and of which nobody was told yet.
  public List<Situation> listOverdue(Instant moment, int most) {
    return database
        .sql(
            COLUMNS
                + """
                where due_at < ? and escalated_at is null and merged_into is null
                order by due_at, id limit ? for update skip locked
                """)
        .param(Timestamp.from(moment))
        .param(most)
        .query(SituationTable::situation)
        .list();
  }

  /// Of one commune: how much is overdue, and since when.
  public record Overdue(UUID communeId, SituationState.Next what, long count, Instant since) {}

  /// @param reader of whose own part nothing is counted
  public List<Overdue> countOverdue(Set<UUID> communes, Instant now, UUID reader) {
    return database
        .sql(
            """
            select commune_id, due_what, count(*), min(due_at) from situation.situation
            where commune_id = any (?) and due_at < ? and merged_into is null
              and not exists (select from situation.conflict c
                where c.situation_id = situation.id and c.person_id = ?)
            group by commune_id, due_what order by min(due_at)
            """)
        .param(communes.toArray(UUID[]::new))
        .param(Timestamp.from(now))
        .param(reader)
        .query((row, number) ->
            new Overdue(
                row.getObject(1, UUID.class),
                SituationState.Next.valueOf(row.getString(2)),
                row.getLong(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /// Those that ended before a moment and were not erased yet.
  public List<Situation> listClosedBefore(Instant moment) {
    return database
        .sql(
            COLUMNS
                + """
                where closed_at < ? and due_at is null and erased_at is null and merged_into is null
                order by closed_at, id limit 200 for update skip locked
                """)
        .param(Timestamp.from(moment))
        .query(SituationTable::situation)
        .list();
  }

  public void erase(UUID id, Instant now) {
    database
        .sql("update situation.situation set content_cipher = null, erased_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  byte[] encrypted(SituationContent content) {
    return cipher.encrypt(JSON.writeValueAsBytes(content));
  }

  static Situation situation(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    String dueWhat = row.getString("due_what");
    return new Situation(
        row.getObject("id", UUID.class),
        row.getString("code"),
        SituationChannel.valueOf(row.getString("channel")),
        new Place(row.getObject("commune_id", UUID.class), row.getObject("village_id", UUID.class)),
        row.getObject("team_id", UUID.class),
        new Nature(
            row.getString("kind"),
            row.getBoolean("danger"),
            row.getBoolean("injured"),
            row.getBoolean("urgent"),
            row.getBoolean("own_guarded"),
            row.getBoolean("guarded"),
            instant(row, "raised_at")),
        SituationState.valueOf(row.getString("state")),
        row.getInt("revision"),
        new Times(
            instant(row, "happened_at"),
            HappenedPrecision.valueOf(row.getString("happened_precision")),
            row.getTimestamp("noted_at").toInstant(),
            row.getTimestamp("received_at").toInstant(),
            row.getInt("skew_seconds"),
            row.getBoolean("late")),
        new Conduct(
            row.getTimestamp("waiting_since").toInstant(),
            row.getObject("receiver_id", UUID.class),
            row.getObject("identity_officer_id", UUID.class),
            instant(row, "acknowledged_at"),
            instant(row, "written_at"),
            instant(row, "decided_at"),
            outcome == null ? null : SituationState.valueOf(outcome),
            instant(row, "closed_at"),
            row.getInt("reopened"),
            row.getObject("mediation_id", UUID.class)),
        new Marks(
            row.getBoolean("changed"),
            instant(row, "retraction_asked_at"),
            instant(row, "attention_at")),
        row.getObject("merged_into", UUID.class),
        new Due(
            dueWhat == null ? null : SituationState.Next.valueOf(dueWhat),
            instant(row, "due_at"),
            instant(row, "escalated_at")),
        instant(row, "erased_at"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
