package anbinh.measure.register;

import anbinh.measure.MeasureEvent;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `measure.measure`, encrypted under a key of their own. No statement asks for a name:
/// none is there. Safe for many threads.
@Repository
public class MeasureTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select m.id, m.code, m.kind, m.commune_id, m.minor, m.state, m.from_on as "span.from",
        m.until_on as "span.until", m.longest_on as "span.longest",
        m.waiting_since as "waiting.since", m.waiting_until as "waiting.ends_on", m.version,
        m.keeper_id, m.recorded_by as "recorded.by", m.recorded_at as "recorded.at",
        m.confirmed_by as "confirmed.by", m.confirmed_at as "confirmed.at", m.next_on, m.erased_at
      from measure.measure m
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  MeasureTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("measure").resolve("measure.key"));
  }

  /// @param rule that it was held to
  void insert(Measure one, UUID rule, MeasureContent content) {
    database.update(
        """
        insert into measure.measure (id, code, kind, commune_id, minor, state, from_on,
          until_on, longest_on, keeper_id, recorded_by, recorded_at, rule_id,
          content_cipher)
        values (:id, :code, :kind, :communeId, :minor, :state, :span.from, :span.until,
          :span.longest, :keeperId, :recorded.by, :recorded.at, :rule, :content)
        """,
        Values.of(one)
            .and("rule", rule)
            .and("content", encrypted(JSON.writeValueAsBytes(content))));
  }

  /// Keeps what changes of one and its content, as another version.
  void save(Measure one, MeasureContent content) {
    database.update(
        """
        update measure.measure set state = :state, until_on = :span.until, waits = :waits,
          waiting_since = :waiting.since, waiting_until = :waiting.endsOn, version = version + 1,
          keeper_id = :keeperId, confirmed_by = :confirmed.by, confirmed_at = :confirmed.at,
          next_on = :nextOn, content_cipher = :content
        where id = :id
        """,
        Values.of(one)
            .and("waits", one.waiting() != null)
            .and("nextOn", content.nextOn())
            .and("content", encrypted(JSON.writeValueAsBytes(content))));
  }

  /// Tasks change no version: nobody confirms them.
  void saveTasks(UUID id, MeasureContent content) {
    database.update(
        "update measure.measure set next_on = ?, content_cipher = ? where id = ?",
        content.nextOn(),
        encrypted(JSON.writeValueAsBytes(content)),
        id);
  }

  void keeper(UUID id, UUID keeper) {
    database.update("update measure.measure set keeper_id = ? where id = ?", keeper, id);
  }

  public Optional<Measure> find(UUID id) {
    return database.find(Measure.class, COLUMNS + "where m.id = ?", id);
  }

  public Optional<Measure> findForUpdate(UUID id) {
    return database.find(Measure.class, COLUMNS + "where m.id = ? for update", id);
  }

  public Optional<Measure> find(String code) {
    return database.find(Measure.class, COLUMNS + "where m.code = ?", code);
  }

  public Optional<MeasureContent> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(cipher.decrypt(bytes), MeasureContent.class));
  }

  /// Of those that are not erased.
  Map<UUID, MeasureContent> contents(Collection<UUID> some) {
    return database
        .list(
            (row, _) ->
                Map.entry(
                    row.getObject(1, UUID.class),
                    JSON.readValue(cipher.decrypt(row.getBytes(2)), MeasureContent.class)),
            """
            select id, content_cipher from measure.measure
            where id = any (?) and erased_at is null
            """,
            some)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from measure.measure where id = ? and erased_at is null",
        id);
  }

  /// The rule that one was held to.
  Optional<UUID> findRule(UUID id) {
    return database.find(
        UUID.class, "select rule_id from measure.measure where id = ? and rule_id is not null", id);
  }

  public boolean isAnyIn(UUID communeId) {
    return database.exists("select from measure.measure where commune_id = ?", communeId);
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
    return database.list(
        Measure.class,
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
            """,
        Values.of("today", today)
            .and("reader", reader)
            .and("keeps", keeps)
            .and("helps", helps)
            .and("communes", communes)
            .and("officers", officers)
            .and("day", after == null ? LocalDate.EPOCH : after.day())
            .and("after", after == null ? null : after.id())
            .and("rows", rows));
  }

  /// Those of some communes that wait for the chair, be it themselves or a later paper.
  List<Measure> listAsking(Collection<UUID> communes, LocalDate today, int most) {
    return database.list(
        Measure.class,
        COLUMNS
            + """
            where m.commune_id = any (?) and m.until_on >= ? and (m.state = 'WAITING'
              or (m.waits and m.state in ('IN_FORCE', 'SUSPENDED')))
            order by m.id limit ?
            """,
        communes,
        today,
        most);
  }

  /// How many measures have a task that is due.
  ///
  /// @param late those whose day is over
  /// @param next the first day of the others; null where there are none
  record Due(int count, int late, @Nullable LocalDate next) {}

  /// How many of the open and confirmed ones that somebody keeps have a task due by a day.
  ///
  /// @param areas in which they are an officer; null for everywhere
  Due countDue(UUID keeper, @Nullable Collection<UUID> areas, LocalDate today, LocalDate by) {
    return database.get(
        Due.class,
        """
        select count(*) as count, count(*) filter (where m.next_on < :today) as late,
          min(m.next_on) filter (where m.next_on >= :today) as next
        from measure.measure m
        where m.keeper_id = :keeper and m.until_on >= :today
          and m.state in ('IN_FORCE', 'SUSPENDED') and m.next_on <= :by
          and (cast(:areas as uuid[]) is null or m.commune_id = any (:areas))
        """,
        Values.of("keeper", keeper).and("areas", areas).and("today", today).and("by", by));
  }

  /// What somebody kept whose end date is over and that is not erased yet, the last to end first.
  List<Measure> listOver(UUID keeper, LocalDate today, @Nullable After after, int rows) {
    return database.list(
        Measure.class,
        COLUMNS
            + """
            where m.keeper_id = :keeper and m.erased_at is null
              and (m.until_on < :today or m.state = 'SEALED')
              and (cast(:after as uuid) is null or (m.until_on, m.id) < (:day, :after))
            order by m.until_on desc, m.id desc limit :rows
            """,
        Values.of("keeper", keeper)
            .and("today", today)
            .and("day", after == null ? LocalDate.EPOCH : after.day())
            .and("after", after == null ? null : after.id())
            .and("rows", rows));
  }

  /// One line of a measure's history: what, when, who, and nothing of why.
  ///
  /// @param by null where nobody did it
  record Step(Instant at, MeasureEvent what, @Nullable UUID by) {}

  void addStep(UUID id, Step step) {
    database.update(
        "insert into measure.step (measure_id, at, what, by) values (?, ?, ?, ?)",
        id,
        step.at(),
        step.what(),
        step.by());
  }

  /// The last 200, oldest first.
  List<Step> listSteps(UUID id) {
    return database.list(
        Step.class,
        """
        select at, what, by from (select seq, at, what, by from measure.step
          where measure_id = ? order by seq desc limit 200) last order by seq
        """,
        id);
  }

  /// Those of which a paper that ends them earlier, or one that makes them longer, waits since
  /// before a moment.
  List<Measure> listUnanswered(LocalDate today, Instant earlier, Instant longer) {
    return database.list(
        Measure.class,
        COLUMNS
            + """
            where m.waits and m.until_on >= ?
              and m.waiting_since < case when m.waiting_until is null
                then cast(? as timestamptz) else cast(? as timestamptz) end
            order by m.id limit 200 for update skip locked
            """,
        today,
        longer,
        earlier);
  }

  /// Confirmed ones whose end date is over and that no clock has sealed.
  List<Measure> listEnded(LocalDate today) {
    return held("where m.until_on < ? and m.state in ('IN_FORCE', 'SUSPENDED')", today);
  }

  /// Those that nobody confirmed before a moment, or before their end.
  List<Measure> listUnconfirmed(LocalDate today, Instant before) {
    return database.list(
        Measure.class,
        COLUMNS
            + """
            where m.state = 'WAITING' and (m.until_on < ? or m.recorded_at < ?)
            order by m.id limit 200 for update skip locked
            """,
        today,
        before);
  }

  /// Sealed ones whose end date was before a day, and that are not erased yet.
  List<Measure> listToErase(LocalDate before) {
    return held("where m.until_on < ? and m.state = 'SEALED' and m.erased_at is null", before);
  }

  private List<Measure> held(String condition, LocalDate day) {
    return database.list(
        Measure.class,
        COLUMNS + condition + " order by m.id limit 200 for update skip locked",
        day);
  }

  void seal(UUID id, Instant now) {
    database.update(
        """
        update measure.measure set state = 'SEALED', sealed_at = ?, waits = false,
          waiting_since = null, waiting_until = null, next_on = null
        where id = ?
        """,
        now,
        id);
  }

  /// Erases of one that was not confirmed whom it was about and on which paper it rested.
  void erase(UUID id, MeasureState state, Instant now) {
    database.update(
        """
        update measure.measure set state = ?, content_cipher = null, next_on = null,
          erased_at = ? where id = ?
        """,
        state,
        now,
        id);
    database.update("delete from measure.step where measure_id = ?", id);
  }

  /// Deletes what was not confirmed and erased before a moment.
  ///
  /// @return how many there were
  int deleteUnconfirmed(Instant before) {
    return database.update(
        """
        delete from measure.measure
        where state in ('REFUSED', 'LAPSED') and erased_at < ?
        """,
        before);
  }

  /// Notes the certificate of what is erased, for the log of a later month.
  void addCertificate(Hash content, LocalDate dueOn) {
    database.update(
        "insert into measure.certificate (sha256, due_on) values (?, ?)", content.bytes(), dueOn);
  }

  /// Certificates that were due before a day, sorted, so that nothing of their order is told; they
  /// are the caller's to record.
  List<String> takeCertificates(LocalDate before) {
    return database.list(
        String.class,
        """
        with taken as (
          delete from measure.certificate where sha256 in (
            select sha256 from measure.certificate where due_on < ?
            order by sha256 limit 500 for update skip locked)
          returning encode(sha256, 'hex') as hash)
        select hash from taken order by hash
        """,
        before);
  }

  public byte[] encrypted(byte[] bytes) {
    return cipher.encrypt(bytes);
  }

  public byte[] decrypted(byte[] bytes) {
    return cipher.decrypt(bytes);
  }
}
