package anbinh.team.member;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.Paper;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of terms, and of the proposals that they come from. Safe for many threads.
@Repository
public class TermTable {
  private static final String SELECT =
      """
      select t.id, t.member_id, t.team_id, t.proposal_id, t.position, t.from_on as "from",
        t.until_on as until, t.over_age, t.outcome, t.outcome_reason,
        t.paper_number as "paper.number", t.paper_on as "paper.on",
        t.paper_signer as "paper.signer", t.imported_event
      from team.term t
      """;
  private static final String PROPOSAL =
      """
      select p.id, p.team_id, p.proposed_by, p.proposed_at, p.decided_by, p.decided_at
      from team.member_proposal p
      """;

  private final SqlClient database;

  TermTable(SqlClient database) {
    this.database = database;
  }

  public void insert(Collection<Term> terms) {
    database.batch(
        """
        insert into team.term (id, member_id, team_id, proposal_id, position, from_on,
          until_on, over_age, outcome, paper_number, paper_on, paper_signer, imported_event)
        values (:id, :memberId, :teamId, :proposalId, :position, :from, :until, :overAge, :outcome,
          :paper.number, :paper.on, :paper.signer, :importedEvent)
        """,
        terms);
  }

  /// Those of some teams, by when they begin.
  public List<Term> list(Collection<UUID> teams) {
    return database.list(
        Term.class, SELECT + "where t.team_id = any (?) order by t.from_on, t.id", teams);
  }

  void decide(UUID id, Outcome outcome, @Nullable String reason, @Nullable Paper paper) {
    database.update(
        """
        update team.term set outcome = :outcome, outcome_reason = :reason,
          paper_number = :paperNumber, paper_on = :paperOn,
          paper_signer = :paperSigner where id = :id
        """,
        Values.of("outcome", outcome)
            .and("reason", reason)
            .and("paperNumber", paper == null ? null : paper.number())
            .and("paperOn", paper == null ? null : paper.on())
            .and("paperSigner", paper == null ? null : paper.signer())
            .and("id", id));
  }

  void insert(Proposal proposal, UUID event) {
    database.update(
        """
        insert into team.member_proposal
          (id, team_id, proposed_by, proposed_at, proposed_event)
        values (:id, :teamId, :proposedBy, :proposedAt, :event)
        """,
        Values.of(proposal).and("event", event));
  }

  void decide(UUID proposal, UUID by, Instant at, UUID event) {
    database.update(
        """
        update team.member_proposal set decided_by = ?, decided_at = ?,
          decided_event = ? where id = ?
        """,
        by,
        at,
        event,
        proposal);
  }

  /// Why a proposal waits no more although nobody decided.
  enum Closed {
    TEAM_ENDED,
    WITHDRAWN,
    LAPSED
  }

  /// Refuses all who wait in a proposal that nobody decides.
  ///
  /// @return how many terms
  int close(UUID proposal, Closed closed, Instant at, UUID event) {
    database.update(
        """
        update team.member_proposal set closed = ?, decided_at = ?, decided_event = ?
        where id = ?
        """,
        closed,
        at,
        event,
        proposal);
    database.update(
        """
        update team.member set state = 'REFUSED' where state = 'PROPOSED'
          and id in (select member_id from team.term where proposal_id = ?)
        """,
        proposal);
    return database.update(
        """
        update team.term set outcome = 'REFUSED' where proposal_id = ? and outcome is null
        """,
        proposal);
  }

  /// How many wait in a proposal.
  int count(UUID proposal) {
    return database.get(
        Integer.class,
        "select count(*) from team.term where proposal_id = ? and outcome is null",
        proposal);
  }

  /// Those about which nobody decided since.
  List<Proposal> listPendingSince(Instant moment) {
    return database.list(
        Proposal.class,
        PROPOSAL + "where p.decided_at is null and p.proposed_at < ? order by p.id limit 100",
        moment);
  }

  /// Takes away why some were refused.
  void eraseReasons(Collection<UUID> members) {
    database.update(
        "update team.term set outcome_reason = null where member_id = any (?)", members);
  }

  /// The one of a team that waits.
  public Optional<Proposal> findPending(UUID teamId) {
    return database.find(
        Proposal.class, PROPOSAL + "where p.team_id = ? and p.decided_at is null", teamId);
  }

  /// What waits in some communes for somebody else than who proposed it, oldest first.
  ///
  /// @param communes null for everywhere
  /// @param after the last one that was seen; null at the start
  public List<Proposal> listPending(
      @Nullable Collection<UUID> communes,
      Collection<UUID> without,
      @Nullable UUID after,
      int most) {
    return database.list(
        Proposal.class,
        PROPOSAL
            + """
            join team.team t on t.id = p.team_id
            where p.decided_at is null and p.proposed_by <> all (:without)
              and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
              and (cast(:after as uuid) is null or p.id > :after)
            order by p.id limit :most
            """,
        Values.of("communes", communes)
            .and("without", without)
            .and("after", after)
            .and("most", most));
  }
}
