package anbinh.team.member;

import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.Origin;
import anbinh.team.member.NationalIdRules.Century;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `team.member`. Safe for many threads.
@Repository
public class MemberTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select m.id, m.team_id, m.state, m.name, m.birth_year, m.birth_on, m.gender, m.phone,
        m.origin, m.education, m.health_on, m.certificate, m.badge, m.person_id, m.left_on,
        m.left_reason, m.imported_event, m.version
      from team.member m
      """;
  private static final String KNOWN =
      """
      select m.id, m.team_id, t.code, m.name_key, m.birth_year, m.birth_on, m.left_on,
        encode(m.national_id_hash, 'hex') as national_id
      from team.member m join team.team t on t.id = m.team_id
      """;
  private static final String IN_A_TEAM = "m.state in ('PROPOSED', 'RECOGNISED')";

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final NationalIds nationalIds;

  MemberTable(JdbcClient database, JdbcTemplate batches, NationalIds nationalIds) {
    this.database = database;
    this.batches = batches;
    this.nationalIds = nationalIds;
  }

  /// What the digits of a number say.
  public NationalIdRules nationalIdRules() {
    Map<Integer, List<String>> places =
        database
            .sql("select length, digits from team.national_id_place order by digits")
            .query((row, number) -> Map.entry(row.getInt(1), row.getString(2)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    Map<Integer, Century> centuries =
        database
            .sql("select digit, first_year, gender from team.national_id_century")
            .query((row, number) ->
                Map.entry(
                    row.getInt(1), new Century(row.getInt(2), Gender.valueOf(row.getString(3)))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new NationalIdRules(places, centuries);
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
    batches.batchUpdate(
        """
        insert into team.member (id, team_id, state, name, name_key, birth_year, birth_on,
          gender, phone, national_id_cipher, national_id_hash, origin, education, health_on,
          certificate, badge, created_at, imported_event)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        members,
        BATCH,
        (row, each) -> {
          Identity who = each.who();
          String number = who.nationalId();
          row.setObject(1, each.id());
          row.setObject(2, each.teamId());
          row.setString(3, each.state().name());
          row.setString(4, who.name());
          row.setString(5, who.nameKey());
          row.setInt(6, who.yearOfBirth());
          row.setObject(7, who.birthOn());
          row.setString(8, who.gender().name());
          row.setString(9, who.phone());
          row.setBytes(10, number == null ? null : nationalIds.encrypt(number));
          row.setBytes(11, number == null ? null : nationalIds.hash(number));
          row.setString(12, who.origin().name());
          row.setObject(13, name(who.education()), Types.VARCHAR);
          row.setObject(14, who.healthOn());
          row.setString(15, each.certificate());
          row.setString(16, each.badge());
          row.setTimestamp(17, Timestamp.from(now));
          row.setObject(18, each.importedEvent());
        });
  }

  public Optional<Member> find(UUID id) {
    return database.sql(SELECT + "where m.id = ?").param(id).query(MemberTable::member).optional();
  }

  /// Those of some teams, in the order of entry.
  public List<Member> list(Collection<UUID> teams) {
    return database
        .sql(SELECT + "where m.team_id = any (?) order by m.id")
        .param(teams.toArray(UUID[]::new))
        .query(MemberTable::member)
        .list();
  }

  /// Who is in a team today whose account it is.
  public Optional<Member> findPresent(UUID personId) {
    return database
        .sql(SELECT + "where m.person_id = ? and m.state = 'RECOGNISED'")
        .param(personId)
        .query(MemberTable::member)
        .optional();
  }

  public List<Member> listByIds(Collection<UUID> ids) {
    return database
        .sql(SELECT + "where m.id = any (?) order by m.id")
        .param(ids.toArray(UUID[]::new))
        .query(MemberTable::member)
        .list();
  }

  public Optional<String> findNationalId(UUID id) {
    return database
        .sql("select national_id_cipher from team.member where id = ?")
        .param(id)
        .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(found -> found)
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
        "m.national_id_hash in (select decode(each, 'hex') from unnest(:hashes) each)",
        "hashes",
        hashes.toArray(String[]::new));
  }

  /// Those of some communes.
  public List<Known> listOfCommunes(Collection<UUID> communes) {
    return known("t.commune_id = any (:communes)", "communes", communes.toArray(UUID[]::new));
  }

  /// Somebody who left a team, or was refused by it.
  ///
  /// @param leftOn null for who was refused
  public record Past(Known who, @Nullable LocalDate leftOn) {}

  /// Whoever left some teams, or was refused by them, and is not erased.
  public List<Past> listPast(Collection<UUID> teams) {
    return database
        .sql(
            KNOWN
                + "where m.state in ('LEFT', 'REFUSED') and m.erased_at is null"
                + " and m.team_id = any (?)")
        .param(teams.toArray(UUID[]::new))
        .query((row, number) ->
            new Past(known(row, number), row.getObject("left_on", LocalDate.class)))
        .list();
  }

  private List<Known> known(String condition, String name, Object[] values) {
    return database
        .sql(KNOWN + "where " + IN_A_TEAM + " and " + condition)
        .param(name, values)
        .query(MemberTable::known)
        .list();
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getString("code"),
        row.getString("name_key"),
        row.getInt("birth_year"),
        row.getObject("birth_on", LocalDate.class),
        row.getString("national_id"));
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
    return database
        .sql(
            "select "
                + column
                + " from team.member where "
                + column
                + " = any (:numbers) and state in ('PROPOSED', 'RECOGNISED')"
                + " and (cast(:without as uuid) is null or id <> :without)")
        .param("numbers", numbers.toArray(String[]::new))
        .param("without", without)
        .query((row, number) -> row.getString(1))
        .list();
  }

  void updateState(Collection<UUID> ids, State state) {
    database
        .sql("update team.member set state = ? where id = any (?)")
        .params(state.name(), ids.toArray(UUID[]::new))
        .update();
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
    database
        .sql(
            """
            update team.member set phone = ?, education = ?, health_on = ?, certificate = ?,
              badge = ?, person_id = ?, version = version + 1 where id = ?
            """)
        .param(details.phone())
        .param(name(details.education()))
        .param(details.healthOn())
        .param(details.certificate())
        .param(details.badge())
        .param(details.personId())
        .param(id)
        .update();
  }

  void leave(UUID id, LocalDate on, LeavingReason reason, Instant now) {
    database
        .sql(
            """
            update team.member set state = 'LEFT', left_on = ?, left_reason = ?, left_at = ?
            where id = ?
            """)
        .params(on, reason.name(), Timestamp.from(now), id)
        .update();
  }

  /// When it was noted that somebody left; empty for who did not, or long ago.
  Optional<Instant> findLeftAt(UUID id) {
    return database
        .sql("select left_at from team.member where id = ?")
        .param(id)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .optional()
        .flatMap(found -> found)
        .map(Timestamp::toInstant);
  }

  /// Whether somebody in a team has the number, the certificate, the badge or the account of who
  /// left.
  boolean isReplaced(UUID id) {
    return database
        .sql(
            """
            select exists (select from team.member m, team.member o
              where m.id = ? and o.id <> m.id and o.state in ('PROPOSED', 'RECOGNISED')
                and (o.national_id_hash = m.national_id_hash or o.certificate = m.certificate
                  or o.badge = m.badge or o.person_id = m.person_id
                  or (o.name_key = m.name_key and o.birth_on = m.birth_on)))
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  void takeBackLeaving(UUID id) {
    database
        .sql(
            """
            update team.member set state = 'RECOGNISED', left_on = null, left_reason = null,
              left_at = null, version = version + 1 where id = ?
            """)
        .param(id)
        .update();
  }

  /// Whether somebody else in a team has an account.
  boolean isBound(UUID personId, UUID without) {
    return database
        .sql(
            "select exists (select from team.member m where m.person_id = ? and m.id <> ? and "
                + IN_A_TEAM
                + ")")
        .params(personId, without)
        .query(Boolean.class)
        .single();
  }

  /// In which team somebody is or was whose account it is.
  ///
  /// @param present whether they are in it
  public record Bound(UUID teamId, boolean present) {}

  public List<Bound> listBound(UUID personId) {
    return database
        .sql("select team_id, state = 'RECOGNISED' from team.member where person_id = ?")
        .param(personId)
        .query((row, number) -> new Bound(row.getObject(1, UUID.class), row.getBoolean(2)))
        .list();
  }

  /// Erases who they were of those who left on a day or before, and of those who were refused, or
  /// whose proposal lapsed, that long ago.
  ///
  /// @return whose it was
  List<UUID> eraseBefore(LocalDate day, Instant moment, Instant now) {
    List<UUID> erased =
        database
            .sql(
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
                """)
            .param("now", Timestamp.from(now))
            .param("day", day)
            .param("moment", Timestamp.from(moment))
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    // What was kept of where they lived, their insurance and their benefits goes with them.
    for (String each : List.of("member_residence", "member_insurance", "member_benefit")) {
      database
          .sql("delete from team." + each + " where member_id = any (?)")
          .param(erased.toArray(UUID[]::new))
          .update();
    }
    return erased;
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    @Nullable String education = row.getString("education");
    @Nullable String left = row.getString("left_reason");
    return new Member(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        State.valueOf(row.getString("state")),
        row.getString("name"),
        row.getObject("birth_year", Integer.class),
        row.getObject("birth_on", LocalDate.class),
        Gender.valueOf(row.getString("gender")),
        row.getString("phone"),
        Origin.valueOf(row.getString("origin")),
        education == null ? null : Education.valueOf(education),
        row.getObject("health_on", LocalDate.class),
        row.getString("certificate"),
        row.getString("badge"),
        row.getObject("person_id", UUID.class),
        row.getObject("left_on", LocalDate.class),
        left == null ? null : LeavingReason.valueOf(left),
        row.getObject("imported_event", UUID.class),
        row.getInt("version"));
  }
}
