package anbinh.team.member;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Education;
import anbinh.team.Identity;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.member.NationalIdRules.Century;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `team.member`. Safe for many threads.
@Repository
public class MemberTable {
  private static final String SELECT =
      """
      select m.id, m.team_id, m.state, m.name, m.birth_year, m.birth_on, m.gender, m.phone,
        m.origin, m.education, m.health_on, m.certificate, m.badge, m.person_id, m.left_on,
        m.left_reason, m.imported_event, m.version
      from team.member m
      """;
  private static final String KNOWN =
      """
      select m.id as "who.id", m.team_id as "who.team_id", t.code as "who.team_code",
        m.name_key as "who.name_key", m.birth_year as "who.birth_year",
        m.birth_on as "who.birth_on", encode(m.national_id_hash, 'hex') as "who.national_id",
        m.left_on
      from team.member m join team.team t on t.id = m.team_id
      """;
  private static final String IN_A_TEAM = "m.state in ('PROPOSED', 'RECOGNISED')";

  private final SqlClient database;
  private final NationalIds nationalIds;

  MemberTable(SqlClient database, NationalIds nationalIds) {
    this.database = database;
    this.nationalIds = nationalIds;
  }

  /// What the digits of a number say.
  public NationalIdRules nationalIdRules() {
    return new NationalIdRules(
        database.groups(
            Integer.class,
            String.class,
            "select length, digits from team.national_id_place order by digits"),
        database.map(
            Integer.class,
            Century.class,
            "select digit, first_year, gender from team.national_id_century"));
  }

  /// Somebody to be added.
  public record New(
      UUID id,
      UUID teamId,
      State state,
      Identity who,
      @Nullable String certificate,
      @Nullable String badge,
      @Nullable UUID importedEvent) {}

  public void insert(Collection<New> members, Instant now) {
    database.batch(
        """
        insert into team.member (id, team_id, state, name, name_key, birth_year, birth_on,
          gender, phone, national_id_cipher, national_id_hash, origin, education, health_on,
          certificate, badge, created_at, imported_event)
        values (:id, :teamId, :state, :name, :nameKey, :yearOfBirth, :birthOn, :gender, :phone,
          :nationalIdCipher, :nationalIdHash, :origin, :education, :healthOn, :certificate, :badge,
          :now, :importedEvent)
        """,
        members.stream()
            .map(each -> {
              Identity who = each.who();
              String number = who.nationalId();
              return Values.of(who)
                  .and("nameKey", who.nameKey())
                  .and("yearOfBirth", who.yearOfBirth())
                  .and("id", each.id())
                  .and("teamId", each.teamId())
                  .and("state", each.state())
                  .and("nationalIdCipher", number == null ? null : nationalIds.encrypt(number))
                  .and("nationalIdHash", number == null ? null : nationalIds.hash(number))
                  .and("certificate", each.certificate())
                  .and("badge", each.badge())
                  .and("now", now)
                  .and("importedEvent", each.importedEvent());
            })
            .toList());
  }

  public Optional<Member> find(UUID id) {
    return database.find(Member.class, SELECT + "where m.id = ?", id);
  }

  /// Those of some teams, in the order of entry.
  public List<Member> list(Collection<UUID> teams) {
    return database.list(Member.class, SELECT + "where m.team_id = any (?) order by m.id", teams);
  }

  /// Who is in a team today whose account it is.
  public Optional<Member> findPresent(UUID personId) {
    return database.find(
        Member.class, SELECT + "where m.person_id = ? and m.state = 'RECOGNISED'", personId);
  }

  public List<Member> listByIds(Collection<UUID> ids) {
    return database.list(Member.class, SELECT + "where m.id = any (?) order by m.id", ids);
  }

  public Optional<String> findNationalId(UUID id) {
    return database
        .find(byte[].class, "select national_id_cipher from team.member where id = ?", id)
        .map(nationalIds::decrypt);
  }

  /// Somebody who is in a team, or proposed for one, as far as it is needed to tell people apart.
  ///
  /// @param nationalId the hash of the number of their identity card, in hexadecimal
  public record Known(
      UUID id,
      UUID teamId,
      String teamCode,
      String nameKey,
      int birthYear,
      @Nullable LocalDate birthOn,
      @Nullable String nationalId) {}

  /// Whoever has one of some numbers of identity cards.
  ///
  /// @param hashes in hexadecimal
  public List<Known> listByNationalId(Collection<String> hashes) {
    return known(
        "m.national_id_hash in (select decode(each, 'hex') from unnest(?::text[]) each)", hashes);
  }

  /// Those of some communes.
  public List<Known> listOfCommunes(Collection<UUID> communes) {
    return known("t.commune_id = any (?)", communes);
  }

  /// Somebody who left a team, or was refused by it.
  ///
  /// @param leftOn null for who was refused
  public record Past(Known who, @Nullable LocalDate leftOn) {}

  /// Whoever left some teams, or was refused by them, and is not erased.
  public List<Past> listPast(Collection<UUID> teams) {
    return database.list(
        Past.class,
        KNOWN
            + "where m.state in ('LEFT', 'REFUSED') and m.erased_at is null"
            + " and m.team_id = any (?)",
        teams);
  }

  private List<Known> known(String condition, Collection<?> values) {
    return database
        .list(Past.class, KNOWN + "where " + IN_A_TEAM + " and " + condition, values)
        .stream()
        .map(Past::who)
        .toList();
  }

  public String hash(String number) {
    return HexFormat.of().formatHex(nationalIds.hash(number));
  }

  /// Which of some numbers of certificates, or of badges, another one has who is in a team.
  public List<String> takenPapers(
      String column, Collection<String> numbers, @Nullable UUID without) {
    if (!column.equals("certificate") && !column.equals("badge")) {
      throw new IllegalArgumentException(column);
    }
    return database.list(
        String.class,
        "select "
            + column
            + " from team.member where "
            + column
            + " = any (:numbers) and state in ('PROPOSED', 'RECOGNISED')"
            + " and (cast(:without as uuid) is null or id <> :without)",
        Values.of("numbers", numbers).and("without", without));
  }

  void updateState(Collection<UUID> ids, State state) {
    database.update("update team.member set state = ? where id = any (?)", state, ids);
  }

  /// What may be corrected.
  public record Details(
      @Nullable String phone,
      @Nullable Education education,
      @Nullable LocalDate healthOn,
      @Nullable String certificate,
      @Nullable String badge,
      @Nullable UUID personId) {}

  void update(UUID id, Details details) {
    database.update(
        """
        update team.member set phone = :phone, education = :education, health_on = :healthOn,
          certificate = :certificate, badge = :badge, person_id = :personId,
          version = version + 1 where id = :id
        """,
        Values.of(details).and("id", id));
  }

  void leave(UUID id, LocalDate on, LeavingReason reason, Instant now) {
    database.update(
        """
        update team.member set state = 'LEFT', left_on = ?, left_reason = ?, left_at = ?
        where id = ?
        """,
        on,
        reason,
        now,
        id);
  }

  /// When it was noted that somebody left; empty for who did not, or long ago.
  Optional<Instant> findLeftAt(UUID id) {
    return database.find(Instant.class, "select left_at from team.member where id = ?", id);
  }

  /// Whether somebody in a team has the number, the certificate, the badge or the account of who
  /// left.
  boolean isReplaced(UUID id) {
    return database.exists(
        """
        select from team.member m, team.member o
          where m.id = ? and o.id <> m.id and o.state in ('PROPOSED', 'RECOGNISED')
            and (o.national_id_hash = m.national_id_hash or o.certificate = m.certificate
              or o.badge = m.badge or o.person_id = m.person_id
              or (o.name_key = m.name_key and o.birth_on = m.birth_on))
        """,
        id);
  }

  void takeBackLeaving(UUID id) {
    database.update(
        """
        update team.member set state = 'RECOGNISED', left_on = null, left_reason = null,
          left_at = null, version = version + 1 where id = ?
        """,
        id);
  }

  /// Whether somebody else in a team has an account.
  boolean isBound(UUID personId, UUID without) {
    return database.exists(
        "select from team.member m where m.person_id = ? and m.id <> ? and " + IN_A_TEAM,
        personId,
        without);
  }

  /// In which team somebody is or was whose account it is.
  ///
  /// @param present whether they are in it
  public record Bound(UUID teamId, boolean present) {}

  public List<Bound> listBound(UUID personId) {
    return database.list(
        Bound.class,
        "select team_id, state = 'RECOGNISED' as present from team.member where person_id = ?",
        personId);
  }

  /// Erases who they were of those who left on a day or before, and of those who were refused, or
  /// whose proposal lapsed, that long ago.
  ///
  /// @return whose it was
  List<UUID> eraseBefore(LocalDate day, Instant moment, Instant now) {
    List<UUID> erased =
        database.list(
            UUID.class,
            """
            update team.member set name = null, name_key = null, birth_year = null,
              birth_on = null, phone = null, national_id_cipher = null, national_id_hash = null,
              education = null, health_on = null, certificate = null, badge = null,
              person_id = null,
              erased_at = :now
            where id in (select id from team.member where erased_at is null
              and (left_on <= :day or (state = 'REFUSED' and coalesce((
                select max(case when p.closed = 'LAPSED' then p.proposed_at else p.decided_at end)
                from team.term t join team.member_proposal p on p.id = t.proposal_id
                where t.member_id = member.id), created_at) < :moment)) limit 1000)
            returning id
            """,
            Values.of("now", now).and("day", day).and("moment", moment));
    // What was kept of where they lived, their insurance and their benefits goes with them.
    for (String each : List.of("member_residence", "member_insurance", "member_benefit")) {
      database.update("delete from team." + each + " where member_id = any (?)", erased);
    }
    return erased;
  }
}
