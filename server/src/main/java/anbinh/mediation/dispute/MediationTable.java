package anbinh.mediation.dispute;

import anbinh.identity.AreaScope;
import anbinh.mediation.MediationEvent;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
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

/// The rows of `mediation.mediation`, encrypted under a key of their own. Safe for many threads.
@Repository
public class MediationTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select id, code, village_id, other_village_id, basis, kind, received_on as "reception.on",
        received_by as "reception.by", received_at as "reception.at", guarded, state,
        reviewer as "review.by", resumes as "review.resumes", book_year as "entry.year",
        book_number as "entry.number", entered_at as "entry.at",
        mediator_id as "conduct.mediator_id", assigned_on as "conduct.assigned_on",
        start_by as "conduct.start_by", start_agreed as "conduct.start_agreed",
        started_on as "conduct.started_on", late as "conduct.late",
        sessions as "conduct.sessions", outcome as "ending.outcome",
        ended_at as "ending.ended_at", follow_up_by as "ending.follow_up_by",
        kept as "ending.kept", referred_by as "ending.referred_by",
        closed_at as "ending.closed_at", erased_at
      from mediation.mediation
      """;

  /// Whose list it is: of some areas, without what others may not know of. What is guarded is none
  /// of the other village's; what an officer was asked about before it was in the book is the
  /// officer's and the receiver's, as if it were guarded.
  private static final String SEEN =
      """
      (cast(:areas as uuid[]) is null or village_id = any (:areas)
        or other_village_id = any (:areas))
      and (not guarded or :auditor or ((:officer or received_by = :reader)
        and (cast(:areas as uuid[]) is null or village_id = any (:areas))))
      and (state <> 'REVIEW' or reviewer <> 'OFFICER' or book_number is not null or :officer
        or received_by = :reader)
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  MediationTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("mediation").resolve("mediation.key"));
  }

  /// Who looks at a list.
  ///
  /// @param officer whether they see also what is guarded
  /// @param auditor whether they see it as they see any referral
  record Looker(AreaScope scope, UUID reader, boolean officer, boolean auditor) {
    @Nullable Collection<UUID> areas() {
      return switch (scope) {
        case AreaScope.Everywhere _ -> null;
        case AreaScope.Within within -> within.areas();
      };
    }
  }

  /// @param commune that the village lies in
  void insert(Mediation one, UUID commune, MediationContent content, @Nullable LocalDate dueOn) {
    database.update(
        """
        insert into mediation.mediation (id, code, village_id, commune_id, other_village_id, basis,
          kind, received_on, received_by, received_at, guarded, state, reviewer, resumes, book_year,
          book_number, entered_at, referred_by, closed_at, due_on, initials_cipher, content_cipher)
        values (:id, :code, :villageId, :commune, :otherVillageId, :basis, :kind, :reception.on,
          :reception.by, :reception.at, :guarded, :state, :review.by, :review.resumes, :entry.year,
          :entry.number, :entry.at, :ending.referredBy, :ending.closedAt, :dueOn, :initialsCipher,
          :contentCipher)
        """,
        Values.of(one)
            .and("commune", commune)
            .and("dueOn", dueOn)
            .and("initialsCipher", encryptedInitials(content))
            .and("contentCipher", encrypted(content)));
  }

  /// Keeps what changes of a mediation, and its content.
  void save(Mediation one, MediationContent content, @Nullable LocalDate dueOn) {
    save(one, dueOn);
    database.update(
        "update mediation.mediation set content_cipher = ? where id = ?",
        encrypted(content),
        one.id());
  }

  void save(Mediation one, @Nullable LocalDate dueOn) {
    database.update(
        """
        update mediation.mediation set guarded = :guarded, state = :state, reviewer = :review.by,
          resumes = :review.resumes, book_year = :entry.year, book_number = :entry.number,
          entered_at = :entry.at, mediator_id = :conduct.mediatorId,
          assigned_on = :conduct.assignedOn, start_by = :conduct.startBy,
          start_agreed = :conduct.startAgreed, started_on = :conduct.startedOn,
          late = :conduct.late, sessions = :conduct.sessions, outcome = :ending.outcome,
          ended_at = :ending.endedAt, follow_up_by = :ending.followUpBy, kept = :ending.kept,
          referred_by = :ending.referredBy, closed_at = :ending.closedAt, due_on = :dueOn
        where id = :id
        """,
        Values.of(one).and("dueOn", dueOn));
  }

  public Optional<Mediation> find(UUID id) {
    return database.find(Mediation.class, COLUMNS + "where id = ?", id);
  }

  Optional<Mediation> findForUpdate(UUID id) {
    return database.find(Mediation.class, COLUMNS + "where id = ? for update", id);
  }

  boolean hasCode(String code) {
    return database.exists("select from mediation.mediation where code = ?", code);
  }

  Optional<MediationContent> findContent(UUID id) {
    return findCipher(id)
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), MediationContent.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from mediation.mediation where id = ? and erased_at is null",
        id);
  }

  /// How a list may name the parties of those that are not erased.
  Map<UUID, String> initials(Collection<UUID> some) {
    return database
        .list(
            (row, number) ->
                Map.entry(row.getObject(1, UUID.class), cipher.decryptText(row.getBytes(2))),
            """
            select id, initials_cipher from mediation.mediation
            where id = any (?) and erased_at is null
            """,
            some)
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Where a part of a list begins: after this one.
  record After(LocalDate dueOn, UUID id) {}

  /// What has no term comes last.
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /// What [#SEEN] needs.
  private static Values seen(Looker looker) {
    return Values.of(looker).and("areas", looker.areas());
  }

  /// What is open, what is due first on top.
  List<Mediation> listOpen(Looker looker, @Nullable After after, int rows) {
    return database.list(
        Mediation.class,
        COLUMNS
            + "where "
            + SEEN
            + """
            and closed_at is null
            and (cast(:after as uuid) is null
              or (coalesce(due_on, date '9999-12-31'), id) > (:due, :after))
            order by coalesce(due_on, date '9999-12-31'), id limit :rows
            """,
        seen(looker)
            .and("due", after == null ? LocalDate.EPOCH : after.dueOn())
            .and("after", after == null ? null : after.id())
            .and("rows", rows));
  }

  /// How many are open and due.
  ///
  /// @param late those whose day is over
  /// @param next the first day of the others; null where there are none
  record Due(int count, int late, @Nullable LocalDate next) {}

  /// How many of the open ones are due by a day, counted no further than to `most`.
  Due countDue(Looker looker, LocalDate today, LocalDate by, int most) {
    return database.get(
        Due.class,
        """
        select count(*) as count, count(*) filter (where due_on < :today) as late,
          min(due_on) filter (where due_on >= :today) as next
        from (select due_on from mediation.mediation
          where closed_at is null and due_on <= :by
            and (state <> 'REVIEW' or reviewer <> 'OFFICER' or :officer) and
        """
            + SEEN
            + "order by due_on limit :most) due",
        seen(looker).and("today", today).and("by", by).and("most", most));
  }

  /// What is over, the newest first.
  List<Mediation> listOver(Looker looker, @Nullable UUID before, int rows) {
    return database.list(
        Mediation.class,
        COLUMNS
            + "where "
            + SEEN
            + """
            and closed_at is not null and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :rows
            """,
        seen(looker).and("before", before).and("rows", rows));
  }

  /// The entries of a village's book of a year, in their order.
  List<Mediation> listBook(UUID villageId, int year) {
    return database.list(
        Mediation.class,
        COLUMNS + "where village_id = ? and book_year = ? order by book_number",
        villageId,
        year);
  }

  /// The next number of a village's book, held until the transaction ends: a book has no gap.
  int nextEntry(UUID villageId, int year) {
    return database.get(
        Integer.class,
        """
        insert into mediation.book (village_id, year, last) values (?, ?, 1)
        on conflict (village_id, year) do update set last = book.last + 1
        returning last
        """,
        villageId,
        year);
  }

  /// Whether a book has a number already.
  boolean hasEntry(UUID villageId, int year, int number) {
    return database.exists(
        """
        select from mediation.mediation
          where village_id = ? and book_year = ? and book_number = ?
        """,
        villageId,
        year,
        number);
  }

  /// Notes that an entry came from a book on paper, whose numbers are not given again.
  void takeOver(UUID id, UUID villageId, int year, int number) {
    database.update("update mediation.mediation set from_book = true where id = ?", id);
    database.update(
        """
        insert into mediation.book (village_id, year, last) values (?, ?, ?)
        on conflict (village_id, year)
          do update set last = greatest(book.last, excluded.last)
        """,
        villageId,
        year,
        number);
  }

  /// One line of a mediation's history: what, when, who, and no word of why.
  public record Step(Instant at, MediationEvent what, UUID by) {}

  void addStep(UUID id, Step step) {
    database.update(
        "insert into mediation.step (mediation_id, at, what, by) values (:id, :at, :what, :by)",
        Values.of(step).and("id", id));
  }

  /// Oldest first.
  List<Step> listSteps(UUID id) {
    return database.list(
        Step.class,
        "select at, what, by from mediation.step where mediation_id = ? order by seq",
        id);
  }

  void exclude(UUID id, UUID mediator) {
    database.update(
        """
        insert into mediation.exclusion (mediation_id, mediator_id) values (?, ?)
        on conflict do nothing
        """,
        id,
        mediator);
  }

  /// Who may not have it.
  Set<UUID> excluded(UUID id) {
    return Set.copyOf(
        database.list(
            UUID.class, "select mediator_id from mediation.exclusion where mediation_id = ?", id));
  }

  /// Those that ended before a moment and were not erased yet.
  List<Mediation> listClosedBefore(Instant moment) {
    return database.list(
        Mediation.class,
        COLUMNS
            + """
            where closed_at < ? and erased_at is null
            order by closed_at, id limit 500 for update skip locked
            """,
        moment);
  }

  void erase(UUID id, Instant now) {
    database.update(
        """
        update mediation.mediation
        set content_cipher = null, initials_cipher = null, erased_at = ? where id = ?
        """,
        now,
        id);
  }

  public byte[] encryptedInitials(MediationContent content) {
    return cipher.encrypt(Initials.of(content.parties()));
  }

  public byte[] encrypted(MediationContent content) {
    return cipher.encrypt(JSON.writeValueAsBytes(content));
  }
}
