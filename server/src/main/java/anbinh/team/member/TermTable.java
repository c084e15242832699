package anbinh.team.member;

import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.unit.TeamAct.Outcome;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of terms, and of the proposals that they come from. Safe for many threads.
@Repository
public class TermTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select t.id, t.member_id, t.team_id, t.proposal_id, t.position, t.from_on, t.until_on,
        t.over_age, t.outcome, t.outcome_reason, t.paper_number, t.paper_on, t.paper_signer,
        t.imported_event
      from team.term t
      """;
  private static final String PROPOSAL =
      """
      select p.id, p.team_id, p.proposed_by, p.proposed_at, p.decided_by, p.decided_at
      from team.member_proposal p
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  TermTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  public void insert(Collection<Term> terms) {
    batches.batchUpdate(
        """
        insert into team.term (id, member_id, team_id, proposal_id, position, from_on,
          until_on, over_age, outcome, paper_number, paper_on, paper_signer, imported_event)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        terms,
        BATCH,
        (row, term) -> {
          Outcome outcome = term.outcome();
          Paper paper = term.paper();
          row.setObject(1, term.id());
          row.setObject(2, term.memberId());
          row.setObject(3, term.teamId());
          row.setObject(4, term.proposalId());
          row.setString(5, term.position().name());
          row.setObject(6, term.from());
          row.setObject(7, term.until());
          row.setBoolean(8, term.overAge());
          row.setString(9, outcome == null ? null : outcome.name());
          row.setString(10, paper == null ? null : paper.number());
          row.setObject(11, paper == null ? null : paper.on());
          row.setString(12, paper == null ? null : paper.signer());
          row.setObject(13, term.importedEvent());
        });
  }

  /// Those of some teams, by when they begin.
  public List<Term> list(Collection<UUID> teams) {
    return database
        .sql(SELECT + "where t.team_id = any (?) order by t.from_on, t.id")
        .param(teams.toArray(UUID[]::new))
        .query(TermTable::term)
        .list();
  }

  void decide(UUID id, Outcome outcome, @Nullable String reason, @Nullable Paper paper) {
    database
        .sql(
            """
            update team.term set outcome = ?, outcome_reason = ?, paper_number = ?,
              paper_on = ?, paper_signer = ? where id = ?
            """)
        .param(outcome.name())
        .param(reason)
        .param(paper == null ? null : paper.number())
        .param(paper == null ? null : paper.on())
        .param(paper == null ? null : paper.signer())
        .param(id)
        .update();
  }

  void insert(Proposal proposal, UUID event) {
    database
        .sql(
            """
            insert into team.member_proposal
              (id, team_id, proposed_by, proposed_at, proposed_event) values (?, ?, ?, ?, ?)
            """)
        .param(proposal.id())
        .param(proposal.teamId())
        .param(proposal.proposedBy())
        .param(Timestamp.from(proposal.proposedAt()))
        .param(event)
        .update();
  }

  void decide(UUID proposal, UUID by, Instant at, UUID event) {
    database
        .sql(
            """
            update team.member_proposal set decided_by = ?, decided_at = ?,
              decided_event = ? where id = ?
            """)
        .params(by, Timestamp.from(at), event, proposal)
        .update();
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
    database
        .sql(
            """
            update team.member_proposal set closed = ?, decided_at = ?, decided_event = ?
            where id = ?
            """)
        .params(closed.name(), Timestamp.from(at), event, proposal)
        .update();
    database
        .sql(
            """
            update team.member set state = 'REFUSED' where state = 'PROPOSED'
              and id in (select member_id from team.term where proposal_id = ?)
            """)
        .param(proposal)
        .update();
    return database
        .sql(
            """
            update team.term set outcome = 'REFUSED' where proposal_id = ? and outcome is null
            """)
        .param(proposal)
        .update();
  }

  /// How many wait in a proposal.
  int count(UUID proposal) {
    return database
        .sql("select count(*) from team.term where proposal_id = ? and outcome is null")
        .param(proposal)
        .query(Integer.class)
        .single();
  }

  /// Those about which nobody decided since.
  List<Proposal> listPendingSince(Instant moment) {
    return database
        .sql(PROPOSAL + "where p.decided_at is null and p.proposed_at < ? order by p.id limit 100")
        .param(Timestamp.from(moment))
        .query(TermTable::proposal)
        .list();
  }

  /// Takes away why some were refused.
  void eraseReasons(Collection<UUID> members) {
    database
        .sql("update team.term set outcome_reason = null where member_id = any (?)")
        .param(members.toArray(UUID[]::new))
        .update();
  }

  /// The one of a team that waits.
  public Optional<Proposal> findPending(UUID teamId) {
    return database
        .sql(PROPOSAL + "where p.team_id = ? and p.decided_at is null")
        .param(teamId)
        .query(TermTable::proposal)
        .optional();
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
    return database
        .sql(
            PROPOSAL
                + """
                join team.team t on t.id = p.team_id
                where p.decided_at is null and p.proposed_by <> all (:without)
                  and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
                  and (cast(:after as uuid) is null or p.id > :after)
                order by p.id limit :most
                """)
        .param("communes", communes == null ? null : communes.toArray(UUID[]::new))
        .param("without", without.toArray(UUID[]::new))
        .param("after", after)
        .param("most", most)
        .query(TermTable::proposal)
        .list();
  }

  private static Proposal proposal(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp decided = row.getTimestamp("decided_at");
    return new Proposal(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("proposed_by", UUID.class),
        row.getTimestamp("proposed_at").toInstant(),
        row.getObject("decided_by", UUID.class),
        decided == null ? null : decided.toInstant());
  }

  private static Term term(ResultSet row, int number) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    @Nullable String paper = row.getString("paper_number");
    return new Term(
        row.getObject("id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("proposal_id", UUID.class),
        Position.valueOf(row.getString("position")),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getBoolean("over_age"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("outcome_reason"),
        paper == null
            ? null
            : new Paper(
                paper, row.getObject("paper_on", LocalDate.class), row.getString("paper_signer")),
        row.getObject("imported_event", UUID.class));
  }
}
