package anbinh.cases.party;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `cases.party_reopening`, encrypted under the key of the records that they are about.
/// Safe for many threads.
@Repository
class ReopeningTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select r.id, p.case_id, c.code, r.party_id, p.role, p.child, r.from_on, r.until_on,
        r.wanted_cipher, r.asked_by, r.asked_at, r.outcome, r.decision_cipher, r.decided_by,
        r.decided_at
      from cases.party_reopening r join cases.party p on p.id = r.party_id
      join cases.case_file c on c.id = p.case_id
      """;

  private static final String PENDING =
      """
      where r.decided_at is null and r.asked_by <> all (:without) and r.until_on >= :today
        and not exists (select from cases.officer o
          where o.case_id = p.case_id and o.until is null and o.person_id = any (:without))
        and (cast(:areas as uuid[]) is null or c.area_id = any (:areas))
      """;

  private final SqlClient database;
  private final PartyTable parties;

  ReopeningTable(SqlClient database, PartyTable parties) {
    this.database = database;
    this.parties = parties;
  }

  /// Returns the SHA-256 of the bytes that are kept, as [#decide] does.
  String insert(Reopening asked) {
    byte[] bytes = parties.encrypted(JSON.writeValueAsBytes(asked.requested()));
    database.update(
        """
        insert into cases.party_reopening
          (id, party_id, from_on, until_on, wanted_cipher, asked_by, asked_at)
        values (:id, :partyId, :from, :until, :bytes, :askedBy, :askedAt)
        """,
        Values.of(asked).and("bytes", bytes));
    return Hash.sha256(bytes).hex();
  }

  /// Forgets what nobody decided before its end came.
  void forgetLapsed(UUID partyId, LocalDate today) {
    database.update(
        "delete from cases.party_reopening"
            + " where party_id = ? and decided_at is null and until_on < ?",
        partyId,
        today);
  }

  String decide(UUID id, Reopening.Decision decision) {
    byte[] bytes = parties.encrypted(JSON.writeValueAsBytes(decision.answer()));
    database.update(
        """
        update cases.party_reopening set outcome = :outcome, decision_cipher = :bytes,
          decided_by = :by, decided_at = :at where id = :id
        """,
        Values.of(decision).and("bytes", bytes).and("id", id));
    return Hash.sha256(bytes).hex();
  }

  /// The one that nobody has decided, unless its end has come meanwhile.
  Optional<Reopening> findPending(UUID partyId, LocalDate today) {
    return database.find(
        this::reopening,
        COLUMNS + "where r.party_id = ? and r.decided_at is null and r.until_on >= ?",
        partyId,
        today);
  }

  /// Those of a case, newest first.
  List<Reopening> list(UUID caseId) {
    return database.list(
        this::reopening, COLUMNS + "where p.case_id = ? order by r.id desc", caseId);
  }

  /// What waits in some areas for somebody else than who asked or works on the case, oldest first;
  /// a record that its end date would seal again is not waited for.
  ///
  /// @param after the last one already seen; null at the start
  List<Reopening> listPending(
      AreaScope scope, Set<UUID> without, LocalDate today, @Nullable UUID after, int rows) {
    return database.list(
        this::reopening,
        COLUMNS
            + PENDING
            + "and (cast(:after as uuid) is null or r.id > :after) order by r.id limit :rows",
        Values.of("without", without)
            .and("today", today)
            .and("areas", scope.areas())
            .and("after", after)
            .and("rows", rows));
  }

  /// How many of them there are.
  int countPending(AreaScope scope, Set<UUID> without, LocalDate today) {
    return database.get(
        Integer.class,
        "select count(*) from (" + COLUMNS + PENDING + ") pending",
        Values.of("without", without).and("today", today).and("areas", scope.areas()));
  }

  /// Forgets all that was asked and decided about a record that is erased.
  void forget(UUID partyId) {
    database.update("delete from cases.party_reopening where party_id = ?", partyId);
  }

  private Reopening reopening(ResultSet row, int number) throws SQLException {
    return new Reopening(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("code"),
        row.getObject("party_id", UUID.class),
        PartyRole.valueOf(row.getString("role")),
        row.getBoolean("child"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        read(row.getBytes("wanted_cipher"), Reopening.Requested.class),
        row.getObject("asked_by", UUID.class),
        row.getTimestamp("asked_at").toInstant(),
        decision(row));
  }

  private Reopening.@Nullable Decision decision(ResultSet row) throws SQLException {
    @Nullable Timestamp at = row.getTimestamp("decided_at");
    return at == null
        ? null
        : new Reopening.Decision(
            Reopening.Outcome.valueOf(row.getString("outcome")),
            read(row.getBytes("decision_cipher"), Reopening.Answer.class),
            row.getObject("decided_by", UUID.class),
            at.toInstant());
  }

  private <T> T read(byte[] cipher, Class<T> type) {
    return JSON.readValue(parties.decrypted(cipher), type);
  }
}
