package anbinh.team.standing;

import anbinh.team.standing.Concern.Residence;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of what is said of members of teams beside their terms; they are only added to. Safe
/// for many threads.
@Repository
class StandingTable {
  private final JdbcClient database;

  StandingTable(JdbcClient database) {
    this.database = database;
  }

  void insert(UUID id, UUID member, Residence said, UUID by, Instant now) {
    database
        .sql("insert into team.member_residence values (?, ?, ?, ?, ?, ?)")
        .params(id, member, said.on(), said.resident(), by, Timestamp.from(now))
        .update();
  }

  void insert(UUID id, UUID member, Insurance said, UUID by, Instant now) {
    database
        .sql("insert into team.member_insurance values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, member, said.from(), said.social(), said.health(), by, Timestamp.from(now))
        .update();
  }

  void insert(Benefit benefit, UUID by, Instant now) {
    database
        .sql("insert into team.member_benefit values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            benefit.id(),
            benefit.memberId(),
            benefit.kind().name(),
            benefit.happenedOn(),
            benefit.dong(),
            benefit.paper(),
            benefit.on(),
            by,
            Timestamp.from(now))
        .update();
  }

  /// What was last said of where some people live.
  Map<UUID, Residence> residences(Collection<UUID> members) {
    return database
        .sql(
            """
            select distinct on (member_id) member_id, on_day, resident
            from team.member_residence where member_id = any (?)
            order by member_id, on_day desc, id desc
            """)
        .param(members.toArray(UUID[]::new))
        .query((row, number) ->
            Map.entry(
                row.getObject("member_id", UUID.class),
                new Residence(
                    row.getObject("on_day", LocalDate.class), row.getBoolean("resident"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// All of somebody, what counts last at the top.
  List<Residence> listResidences(UUID member) {
    return database
        .sql(
            """
            select on_day, resident from team.member_residence where member_id = ?
            order by on_day desc, id desc
            """)
        .param(member)
        .query((row, number) -> new Residence(row.getObject(1, LocalDate.class), row.getBoolean(2)))
        .list();
  }

  /// The same of insurance.
  List<Insurance> listInsurance(UUID member) {
    return database
        .sql(
            """
            select from_on, social, health from team.member_insurance where member_id = ?
            order by from_on desc, id desc
            """)
        .param(member)
        .query((row, number) ->
            new Insurance(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getBoolean(3)))
        .list();
  }

  Optional<Benefit> findBenefit(UUID id) {
    return benefits("id", id).stream().findFirst();
  }

  List<Benefit> listBenefits(UUID member) {
    return benefits("member_id", member);
  }

  private List<Benefit> benefits(String column, UUID value) {
    return database
        .sql(
            "select id, member_id, kind, happened_on, dong, paper_number, paper_on"
                + " from team.member_benefit where "
                + column
                + " = ? order by happened_on desc, id desc")
        .param(value)
        .query((row, number) ->
            new Benefit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Benefit.Kind.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, LocalDate.class)))
        .list();
  }

  /// What holds of a kind of benefit on a day; empty before the first rule.
  Optional<Benefit.Rule> findRule(Benefit.Kind kind, LocalDate day) {
    return database
        .sql(
            """
            select from_on, insurance, source, checked from team.benefit_rule
            where kind = ? and from_on <= ? order by from_on desc limit 1
            """)
        .params(kind.name(), day)
        .query((row, number) ->
            new Benefit.Rule(
                kind,
                row.getObject(1, LocalDate.class),
                Insurance.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getBoolean(4)))
        .optional();
  }
}
