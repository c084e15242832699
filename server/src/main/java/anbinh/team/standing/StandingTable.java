package anbinh.team.standing;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.standing.Concern.Residence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of what is said of members of teams beside their terms; they are only added to. Safe
/// for many threads.
@Repository
class StandingTable {
  private final SqlClient database;

  StandingTable(SqlClient database) {
    this.database = database;
  }

  void insert(UUID id, UUID member, Residence said, UUID by, Instant now) {
    database.update(
        "insert into team.member_residence values (:id, :member, :on, :resident, :by, :now)",
        Values.of(said).and("id", id).and("member", member).and("by", by).and("now", now));
  }

  void insert(UUID id, UUID member, Insurance said, UUID by, Instant now) {
    database.update(
        """
        insert into team.member_insurance
        values (:id, :member, :from, :social, :health, :by, :now)
        """,
        Values.of(said).and("id", id).and("member", member).and("by", by).and("now", now));
  }

  void insert(Benefit benefit, UUID by, Instant now) {
    database.update(
        """
        insert into team.member_benefit
        values (:id, :memberId, :kind, :happenedOn, :dong, :paper, :on, :by, :now)
        """,
        Values.of(benefit).and("by", by).and("now", now));
  }

  /// What was last said of where some people live.
  Map<UUID, Residence> residences(Collection<UUID> members) {
    return database.map(
        UUID.class,
        Residence.class,
        """
        select distinct on (member_id) member_id, on_day as "on", resident
        from team.member_residence where member_id = any (?)
        order by member_id, on_day desc, id desc
        """,
        members);
  }

  /// All of somebody, what counts last at the top.
  List<Residence> listResidences(UUID member) {
    return database.list(
        Residence.class,
        """
        select on_day as "on", resident from team.member_residence where member_id = ?
        order by on_day desc, id desc
        """,
        member);
  }

  /// The same of insurance.
  List<Insurance> listInsurance(UUID member) {
    return database.list(
        Insurance.class,
        """
        select from_on as "from", social, health from team.member_insurance where member_id = ?
        order by from_on desc, id desc
        """,
        member);
  }

  Optional<Benefit> findBenefit(UUID id) {
    return benefits("id", id).stream().findFirst();
  }

  List<Benefit> listBenefits(UUID member) {
    return benefits("member_id", member);
  }

  private List<Benefit> benefits(String column, UUID value) {
    return database.list(
        Benefit.class,
        """
        select id, member_id, kind, happened_on, dong, paper_number as paper, paper_on as "on"
        from team.member_benefit where\s
        """
            + column
            + " = ? order by happened_on desc, id desc",
        value);
  }

  /// What holds of a kind of benefit on a day; empty before the first rule.
  Optional<Benefit.Rule> findRule(Benefit.Kind kind, LocalDate day) {
    return database.find(
        Benefit.Rule.class,
        """
        select kind, from_on as "from", insurance, source, checked
        from team.benefit_rule
        where kind = ? and from_on <= ? order by from_on desc limit 1
        """,
        kind,
        day);
  }
}
