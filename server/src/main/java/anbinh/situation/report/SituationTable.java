package anbinh.situation.report;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `situation.situation`, their content encrypted under a key of their own. Safe for
/// many threads.
@Repository
public class SituationTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  static final String COLUMNS =
      """
      select id, code, channel, commune_id as "place.commune_id", village_id as "place.village_id",
        team_id, kind as "nature.kind", danger as "nature.danger", injured as "nature.injured",
        urgent as "nature.urgent", own_guarded as "nature.own_guarded",
        guarded as "nature.guarded", raised_at as "nature.raised_at", state, revision,
        happened_at as "times.happened_at", happened_precision as "times.precision",
        noted_at as "times.noted_at", received_at as "times.received_at",
        skew_seconds as "times.skew_seconds", late as "times.late",
        waiting_since as "conduct.waiting_since", receiver_id as "conduct.receiver_id",
        identity_officer_id as "conduct.identity_officer_id",
        acknowledged_at as "conduct.acknowledged_at", written_at as "conduct.written_at",
        decided_at as "conduct.decided_at", outcome as "conduct.outcome",
        closed_at as "conduct.closed_at", reopened as "conduct.reopened",
        mediation_id as "conduct.mediation_id", changed as "marks.changed",
        retraction_asked_at as "marks.retraction_asked_at", attention_at as "marks.attention_at",
        merged_into, due_what as "due.what", due_at as "due.at",
        escalated_at as "due.escalated_at", erased_at
      from situation.situation
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  SituationTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("situation").resolve("situation.key"));
  }

  public void insert(Situation one, SituationContent content) {
    database.update(
        """
        insert into situation.situation (id, code, channel, commune_id, village_id, team_id,
          kind, danger, injured, urgent, own_guarded, guarded, state, outcome, revision,
          happened_at, happened_precision, noted_at, received_at, skew_seconds, late,
          changed, receiver_id, identity_officer_id, acknowledged_at, written_at,
          decided_at, closed_at, reopened, mediation_id, merged_into, retraction_asked_at,
          attention_at, due_what, due_at, escalated_at, raised_at, waiting_since,
          content_cipher)
        values (:id, :code, :channel, :place.communeId, :place.villageId, :teamId, :nature.kind,
          :nature.danger, :nature.injured, :nature.urgent, :nature.ownGuarded, :nature.guarded,
          :state, :conduct.outcome, :revision, :times.happenedAt, :times.precision, :times.notedAt,
          :times.receivedAt, :times.skewSeconds, :times.late, :marks.changed, :conduct.receiverId,
          :conduct.identityOfficerId,
          :conduct.acknowledgedAt, :conduct.writtenAt, :conduct.decidedAt, :conduct.closedAt,
          :conduct.reopened, :conduct.mediationId, :mergedInto, :marks.retractionAskedAt,
          :marks.attentionAt, :due.what, :due.at, :due.escalatedAt, :nature.raisedAt,
          :conduct.waitingSince, :content)
        """,
        Values.of(one).and("content", encrypted(content)));
  }

  public void save(Situation one, SituationContent content) {
    save(one);
    database.update(
        "update situation.situation set content_cipher = ? where id = ?",
        encrypted(content),
        one.id());
  }

  public void save(Situation one) {
    database.update(
        """
        update situation.situation set commune_id = :place.communeId, village_id = :place.villageId,
          kind = :nature.kind, danger = :nature.danger, injured = :nature.injured,
          urgent = :nature.urgent, own_guarded = :nature.ownGuarded, guarded = :nature.guarded,
          state = :state, outcome = :conduct.outcome, revision = :revision,
          happened_at = :times.happenedAt, happened_precision = :times.precision,
          noted_at = :times.notedAt, received_at = :times.receivedAt,
          skew_seconds = :times.skewSeconds, late = :times.late, changed = :marks.changed,
          receiver_id = :conduct.receiverId, identity_officer_id = :conduct.identityOfficerId,
          acknowledged_at = :conduct.acknowledgedAt, written_at = :conduct.writtenAt,
          decided_at = :conduct.decidedAt, closed_at = :conduct.closedAt,
          reopened = :conduct.reopened, mediation_id = :conduct.mediationId,
          merged_into = :mergedInto, retraction_asked_at = :marks.retractionAskedAt,
          attention_at = :marks.attentionAt, due_what = :due.what, due_at = :due.at,
          escalated_at = :due.escalatedAt, raised_at = :nature.raisedAt,
          waiting_since = :conduct.waitingSince
        where id = :id
        """,
        one);
  }

  public Optional<Situation> find(UUID id) {
    return database.find(Situation.class, COLUMNS + "where id = ?", id);
  }

  public Optional<Situation> findForUpdate(UUID id) {
    return database.find(Situation.class, COLUMNS + "where id = ? for update", id);
  }

  /// Of two that send the same identifier at once, the second waits for the first.
  public void holdId(UUID id) {
    database.list(
        String.class, "select pg_advisory_xact_lock(hashtextextended(?, 90))", id.toString());
  }

  public boolean hasCode(String code) {
    return database.exists("select from situation.situation where code = ?", code);
  }

  public Optional<SituationContent> findContent(UUID id) {
    return findCipher(id).map(this::content);
  }

  /// The same of some, without those that were erased.
  public Map<UUID, SituationContent> contents(Collection<UUID> some) {
    return database
        .list(
            (row, number) -> Map.entry(row.getObject(1, UUID.class), content(row.getBytes(2))),
            """
            select id, content_cipher from situation.situation
            where id = any (?) and erased_at is null
            """,
            some)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// What was written of some, as a hash of the encrypted bytes: another one whenever anything is
  /// written.
  public Map<UUID, String> contentHashes(Collection<UUID> some) {
    return database.map(
        UUID.class,
        String.class,
        """
        select id, encode(sha256(content_cipher), 'hex') from situation.situation
        where id = any (?) and erased_at is null
        """,
        some);
  }

  private SituationContent content(byte[] encrypted) {
    return JSON.readValue(cipher.decrypt(encrypted), SituationContent.class);
  }

  /// The bytes as they are kept; empty once erased.
  public Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from situation.situation where id = ? and erased_at is null",
        id);
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
        and (cast(:villageId as uuid) is null or village_id = :villageId)
        and (cast(:state as text) is null or state = :state)
        and (cast(:code as text) is null or strpos(code, upper(:code)) > 0)
      """;

  /// What has something due, what is due first on top.
  public List<Situation> listOpen(
      Requested requested, @Nullable Instant afterDue, @Nullable UUID after, int rows) {
    return database.list(
        Situation.class,
        COLUMNS
            + WANTED
            + """
            and due_at is not null
            and (cast(:after as uuid) is null or (due_at, id) > (:due, :after))
            order by due_at, id limit :rows
            """,
        Values.of(requested).and("due", afterDue).and("after", after).and("rows", rows));
  }

  /// What has something due and is with one officer, what is due first on top.
  ///
  /// @param receiver null for what nobody has
  public List<Situation> listOpenOf(Requested requested, @Nullable UUID receiver, int rows) {
    return database.list(
        Situation.class,
        COLUMNS
            + WANTED
            + """
            and due_at is not null and receiver_id is not distinct from cast(:receiver as uuid)
            order by due_at, id limit :rows
            """,
        Values.of(requested).and("receiver", receiver).and("rows", rows));
  }

  /// What is over and has nothing due, the last one closed first.
  public List<Situation> listOver(
      Requested requested, @Nullable Instant beforeClosed, @Nullable UUID before, int rows) {
    return database.list(
        Situation.class,
        COLUMNS
            + WANTED
            + """
            and due_at is null
            and (cast(:before as uuid) is null or (closed_at, id) < (:closed, :before))
            order by closed_at desc, id desc limit :rows
            """,
        Values.of(requested).and("closed", beforeClosed).and("before", before).and("rows", rows));
  }

  /// How the reports of a team stand.
  public record TeamStanding(long waiting, long inHand, long over) {}

  /// Of all that a team's members reported since a moment.
  public TeamStanding countOfTeam(UUID teamId, Instant since) {
    return database.get(
        TeamStanding.class,
        """
        select count(*) filter (where state = 'SUBMITTED') as waiting,
          count(*) filter (where state not in ('SUBMITTED', 'CLOSED', 'RETRACTED')) as in_hand,
          count(*) filter (where state in ('CLOSED', 'RETRACTED')) as over
        from situation.situation where team_id = ? and received_at >= ?
        """,
        teamId,
        since);
  }

  /// Those that may tell of the same: of the same commune, by themselves, within some time of each
  /// other, what is nearest to the moment first.
  ///
  /// @param around where one of the two does not say more than the day, `exact` where both do
  public List<Situation> listAround(
      Situation one, Instant at, Duration exact, Duration around, UUID reader, int rows) {
    return database.list(
        Situation.class,
        COLUMNS
            + """
            where commune_id = :place.communeId and id <> :id and merged_into is null
              and kind = :nature.kind and erased_at is null
              and (cast(:place.villageId as uuid) is null or village_id is null
                or village_id = :place.villageId)
              and coalesce(happened_at, noted_at) between :from and :to
              and (happened_precision in ('DAY', 'UNKNOWN')
                or coalesce(happened_at, noted_at) between :near and :far)
              and not exists (select from situation.conflict c
                where c.situation_id = situation.id and c.person_id = :reader)
            order by abs(extract(epoch from coalesce(happened_at,
              noted_at) - cast(:at as timestamptz))), id
            limit :rows
            """,
        Values.of(one)
            .and("rows", rows)
            .and("near", at.minus(exact))
            .and("far", at.plus(exact))
            .and("at", at)
            .and("from", at.minus(around))
            .and("to", at.plus(around))
            .and("reader", reader));
  }

  /// Those that go on with another one.
  public List<Situation> listMergedInto(UUID id) {
    return database.list(
        Situation.class, COLUMNS + "where merged_into = ? order by received_at, id", id);
  }

  /// The same, held until the end of the transaction in the order of their identifiers.
  public List<Situation> holdMergedInto(UUID id) {
    return database.list(
        Situation.class, COLUMNS + "where merged_into = ? order by id for update", id);
  }

  public Map<UUID, Integer> countMerged(Collection<UUID> some) {
    return database.map(
        UUID.class,
        Integer.class,
        """
        select merged_into, count(*) from situation.situation
        where merged_into = any (?) group by merged_into
        """,
        some);
  }

  public List<Situation> list(Collection<UUID> some) {
    return database.list(
        Situation.class, COLUMNS + "where id = any (?) order by received_at, id", some);
  }

  /// What was due before a moment, and of which nobody was told yet.
  public List<Situation> listOverdue(Instant moment, int most) {
    return database.list(
        Situation.class,
        COLUMNS
            + """
            where due_at < ? and escalated_at is null and merged_into is null
            order by due_at, id limit ? for update skip locked
            """,
        moment,
        most);
  }

  /// Of one commune: how much is overdue, and since when.
  public record Overdue(UUID communeId, SituationState.Next what, long count, Instant since) {}

  /// @param reader of whose own part nothing is counted
  public List<Overdue> countOverdue(Set<UUID> communes, Instant now, UUID reader) {
    return database.list(
        Overdue.class,
        """
        select commune_id, due_what as what, count(*) as count,
          min(due_at) as since from situation.situation
        where commune_id = any (?) and due_at < ? and merged_into is null
          and not exists (select from situation.conflict c
            where c.situation_id = situation.id and c.person_id = ?)
        group by commune_id, due_what order by min(due_at)
        """,
        communes,
        now,
        reader);
  }

  /// Those that ended before a moment and were not erased yet.
  public List<Situation> listClosedBefore(Instant moment) {
    return database.list(
        Situation.class,
        COLUMNS
            + """
            where closed_at < ? and due_at is null and erased_at is null and merged_into is null
            order by closed_at, id limit 200 for update skip locked
            """,
        moment);
  }

  public void erase(UUID id, Instant now) {
    database.update(
        "update situation.situation set content_cipher = null, erased_at = ? where id = ?",
        now,
        id);
  }

  byte[] encrypted(SituationContent content) {
    return cipher.encrypt(JSON.writeValueAsBytes(content));
  }
}
