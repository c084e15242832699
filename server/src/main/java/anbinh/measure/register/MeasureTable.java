package anbinh.measure.register;

import anbinh.measure.MeasureEvent;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.Measure.Recorded;
import anbinh.measure.register.Measure.Span;
import anbinh.measure.register.Measure.Waiting;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.seal.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `measure.measure`, encrypted under a key of their own. No statement asks for a name:
/// none is there. Safe for many threads.
@Repository
public class MeasureTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select m.id, m.code, m.kind, m.commune_id, m.minor, m.state, m.from_on, m.until_on,
        m.longest_on, m.waiting_since, m.waiting_until, m.version, m.keeper_id, m.recorded_by, m.recorded_at,
        m.confirmed_by, m.confirmed_at, m.next_on, m.erased_at
      from measure.measure m
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  MeasureTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("measure").resolve("measure.key"));
  }

  /// @param rule that it was held to
  void insert(Measure one, UUID rule, MeasureContent content) {
    database
        .sql(
            """
            insert into measure.measure (id, code, kind, commune_id, minor, state, from_on,
              until_on, longest_on, keeper_id, recorded_by, recorded_at, rule_id,
              content_cipher)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(one.id())
        .param(one.code())
        .param(one.kind().name())
        .param(one.communeId())
        .param(one.minor())
        .param(one.state().name())
        .param(one.span().from())
        .param(one.span().until())
        .param(one.span().longest())
        .param(one.keeperId())
        .param(one.recorded().by())
        .param(Timestamp.from(one.recorded().at()))
        .param(rule)
        .param(encrypted(JSON.writeValueAsBytes(content)))
        .update();
  }

  /// Keeps what changes of one and its content, as another version.
  void save(Measure one, MeasureContent content) {
    Recorded confirmed = one.confirmed();
    Waiting waiting = one.waiting();
    database
        .sql(
            """
            update measure.measure set state = ?, until_on = ?, waits = ?, waiting_since = ?,
              waiting_until = ?, version = version + 1, keeper_id = ?, confirmed_by = ?, confirmed_at = ?, next_on = ?,
              content_cipher = ?
            where id = ?
            """)
        .param(one.state().name())
        .param(one.span().until())
        .param(waiting != null)
        .param(waiting == null ? null : Timestamp.from(waiting.since()))
        .param(waiting == null ? null : waiting.endsOn())
        .param(one.keeperId())
        .param(confirmed == null ? null : confirmed.by())
        .param(confirmed == null ? null : Timestamp.from(confirmed.at()))
        .param(content.nextOn())
        .param(encrypted(JSON.writeValueAsBytes(content)))
        .param(one.id())
        .update();
  }

  /// Tasks change no version: nobody confirms them.
  void saveTasks(UUID id, MeasureContent content) {
    database
        .sql("update measure.measure set next_on = ?, content_cipher = ? where id = ?")
        .param(content.nextOn())
        .param(encrypted(JSON.writeValueAsBytes(content)))
        .param(id)
        .update();
  }

  void keeper(UUID id, UUID keeper) {
    database
        .sql("update measure.measure set keeper_id = ? where id = ?")
        .params(keeper, id)
        .update();
  }

  public Optional<Measure> find(UUID id) {
    return database
        .sql(COLUMNS + "where m.id = ?")
        .param(id)
        .query(MeasureTable::measure)
        .optional();
  }

  public Optional<Measure> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where m.id = ? for update")
        .param(id)
        .query(MeasureTable::measure)
        .optional();
  }

  public Optional<Measure> find(String code) {
    return database
        .sql(COLUMNS + "where m.code = ?")
        .param(code)
        .query(MeasureTable::measure)
        .optional();
  }

  public Optional<MeasureContent> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(cipher.decrypt(bytes), MeasureContent.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database
        .sql("select content_cipher from measure.measure where id = ? and erased_at is null")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// The rule that one was held to.
  Optional<UUID> findRule(UUID id) {
    return database
        .sql("select rule_id from measure.measure where id = ? and rule_id is not null")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  public boolean isAnyIn(UUID communeId) {
    return database
        .sql("select exists (select from measure.measure where commune_id = ?)")
        .param(communeId)
        .query(Boolean.class)
        .single();
  }

  /// Where a part of a list begins: after this one.
  record After(LocalDate day, UUID id) {}

  /// What somebody keeps or helps with, or is asked about as a chair, by its end date.
  ///
  /// @param helps whether their role lets them help at present
  /// @param communes in which they are the chair
  /// @param officers who keep measures there; others' need another keeper
  List<Measure> listOpen(
      UUID reader,
      boolean keeps,
      boolean helps,
      Collection<UUID> communes,
      Collection<UUID> officers,
      LocalDate today,
      @Nullable After after,
      int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where m.until_on >= :today and m.state in ('WAITING', 'IN_FORCE', 'SUSPENDED')
                  and ((:keeps and m.keeper_id = :reader)
                    or (:helps and m.state <> 'WAITING' and exists (
                      select from measure.helper h where h.measure_id = m.id
                        and h.person_id = :reader and h.ended_at is null))
                    or (m.commune_id = any (:communes) and (m.state = 'WAITING'
                      or m.waits or m.keeper_id <> all (:officers))))
                  and (cast(:after as uuid) is null or (m.until_on, m.id) > (:day, :after))
                order by m.until_on, m.id limit :rows
                """)
        .param("today", today)
        .param("reader", reader)
        .param("keeps", keeps)
        .param("helps", helps)
        .param("communes", communes.toArray(UUID[]::new))
        .param("officers", officers.toArray(UUID[]::new))
        .param("day", after == null ? LocalDate.EPOCH : after.day())
        .param("after", after == null ? null : after.id())
        .param("rows", rows)
        .query(MeasureTable::measure)
        .list();
  }

  /// What somebody kept whose end date is over and that is not erased yet, the last to end first.
  List<Measure> listOver(UUID keeper, LocalDate today, @Nullable After after, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where m.keeper_id = :keeper and m.erased_at is null
                  and (m.until_on < :today or m.state = 'SEALED')
                  and (cast(:after as uuid) is null or (m.until_on, m.id) < (:day, :after))
                order by m.until_on desc, m.id desc limit :rows
                """)
        .param("keeper", keeper)
        .param("today", today)
        .param("day", after == null ? LocalDate.EPOCH : after.day())
        .param("after", after == null ? null : after.id())
        .param("rows", rows)
        .query(MeasureTable::measure)
        .list();
  }

  /// One line of a measure's history: what, when, who, and nothing of why.
  ///
  /// @param by null where nobody did it
  record Step(Instant at, MeasureEvent what, @Nullable UUID by) {}

  void addStep(UUID id, Step step) {
    database
        .sql("insert into measure.step (measure_id, at, what, by) values (?, ?, ?, ?)")
        .param(id)
        .param(Timestamp.from(step.at()))
        .param(step.what().name())
        .param(step.by())
        .update();
  }

  /// The last 200, oldest first.
  List<Step> listSteps(UUID id) {
    return database
        .sql(
            """
            select at, what, by from (select seq, at, what, by from measure.step
              where measure_id = ? order by seq desc limit 200) last order by seq
            """)
        .param(id)
        .query((row, number) ->
            new Step(
                row.getTimestamp(1).toInstant(),
                MeasureEvent.valueOf(row.getString(2)),
                row.getObject(3, UUID.class)))
        .list();
  }

  /// Those of which a paper that ends them earlier, or one that makes them longer, waits since
  /// before a moment.
  List<Measure> listUnanswered(LocalDate today, Instant earlier, Instant longer) {
    return database
        .sql(
            COLUMNS
                + """
                where m.waits and m.until_on >= ?
                  and m.waiting_since < case when m.waiting_until is null
                    then cast(? as timestamptz) else cast(? as timestamptz) end
                order by m.id limit 200 for update skip locked
                """)
        .params(today, Timestamp.from(longer), Timestamp.from(earlier))
        .query(MeasureTable::measure)
        .list();
  }

  /// Confirmed ones whose end date is over and that no clock has sealed.
  List<Measure> listEnded(LocalDate today) {
    return held("where m.until_on < ? and m.state in ('IN_FORCE', 'SUSPENDED')", today);
  }

  /// Those that nobody confirmed before a moment, or before their end.
  List<Measure> listUnconfirmed(LocalDate today, Instant before) {
    return database
        .sql(
            COLUMNS
                + """
                where m.state = 'WAITING' and (m.until_on < ? or m.recorded_at < ?)
                order by m.id limit 200 for update skip locked
                """)
        .params(today, Timestamp.from(before))
        .query(MeasureTable::measure)
        .list();
  }

  /// Sealed ones whose end date was before a day, and that are not erased yet.
  List<Measure> listToErase(LocalDate before) {
    return held("where m.until_on < ? and m.state = 'SEALED' and m.erased_at is null", before);
  }

  private List<Measure> held(String condition, LocalDate day) {
    return database
        .sql(COLUMNS + condition + " order by m.id limit 200 for update skip locked")
        .param(day)
        .query(MeasureTable::measure)
        .list();
  }

  void seal(UUID id, Instant now) {
    database
        .sql(
            """
            update measure.measure set state = 'SEALED', sealed_at = ?, waits = false,
              waiting_since = null, waiting_until = null, next_on = null
            where id = ?
            """)
        .params(Timestamp.from(now), id)
        .update();
  }

  /// Erases of one that was not confirmed whom it was about and on which paper it rested.
  void erase(UUID id, MeasureState state, Instant now) {
    database
        .sql(
            """
            update measure.measure set state = ?, content_cipher = null, next_on = null,
              erased_at = ? where id = ?
            """)
        .params(state.name(), Timestamp.from(now), id)
        .update();
    database.sql("delete from measure.step where measure_id = ?").param(id).update();
  }

  /// Deletes what was not confirmed and erased before a moment.
  ///
  /// @return how many there were
  int deleteUnconfirmed(Instant before) {
    return database
        .sql(
            """
            delete from measure.measure
            where state in ('REFUSED', 'LAPSED') and erased_at < ?
            """)
        .param(Timestamp.from(before))
        .update();
  }

  /// Notes the certificate of what is erased, for the log of a later month.
  void addCertificate(Hash content, LocalDate dueOn) {
    database
        .sql("insert into measure.certificate (sha256, due_on) values (?, ?)")
        .params(content.bytes(), dueOn)
        .update();
  }

  /// Certificates that were due before a day, sorted, so that nothing of their order is told; they
  /// are the caller's to record.
  List<String> takeCertificates(LocalDate before) {
    return database
        .sql(
            """
            with taken as (
              delete from measure.certificate where sha256 in (
                select sha256 from measure.certificate where due_on < ?
                order by sha256 limit 500 for update skip locked)
              returning encode(sha256, 'hex') as hash)
            select hash from taken order by hash
            """)
        .param(before)
        .query((row, number) -> row.getString(1))
        .list();
  }

  public byte[] encrypted(byte[] bytes) {
    return cipher.encrypt(bytes);
  }

  public byte[] decrypted(byte[] bytes) {
    return cipher.decrypt(bytes);
  }

  private static Measure measure(ResultSet row, int number) throws SQLException {
    Timestamp waitingSince = row.getTimestamp("waiting_since");
    Timestamp confirmedAt = row.getTimestamp("confirmed_at");
    Timestamp erasedAt = row.getTimestamp("erased_at");
    return new Measure(
        row.getObject("id", UUID.class),
        row.getString("code"),
        MeasureKind.valueOf(row.getString("kind")),
        row.getObject("commune_id", UUID.class),
        row.getBoolean("minor"),
        MeasureState.valueOf(row.getString("state")),
        new Span(
            row.getObject("from_on", LocalDate.class),
            row.getObject("until_on", LocalDate.class),
            row.getObject("longest_on", LocalDate.class)),
        waitingSince == null
            ? null
            : new Waiting(
                waitingSince.toInstant(), row.getObject("waiting_until", LocalDate.class)),
        row.getInt("version"),
        row.getObject("keeper_id", UUID.class),
        new Recorded(
            row.getObject("recorded_by", UUID.class), row.getTimestamp("recorded_at").toInstant()),
        confirmedAt == null
            ? null
            : new Recorded(row.getObject("confirmed_by", UUID.class), confirmedAt.toInstant()),
        row.getObject("next_on", LocalDate.class),
        erasedAt == null ? null : erasedAt.toInstant());
  }
}
