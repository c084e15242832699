package anbinh.team.unit;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.team.unit.TeamProposal.Decision;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `team.proposal`; they are only added to. Safe for many threads.
@Repository
public class TeamProposalTable {
  private static final String SELECT =
      """
      select a.id, a.team_id, a.kind, a.planned, coalesce(a.areas, '{}') as areas,
        a.from_on as "from", a.reason, a.proposed_by, a.proposed_at, a.proposed_event, a.imported,
        a.outcome as "decision.outcome", a.decision_reason as "decision.reason",
        a.decided_by as "decision.by", a.decided_at as "decision.at",
        a.decided_event as "decision.event", a.paper_number as "decision.paper.number",
        a.paper_on as "decision.paper.on", a.paper_signer as "decision.paper.signer"
      from team.proposal a
      """;

  private final SqlClient database;

  TeamProposalTable(SqlClient database) {
    this.database = database;
  }

  public void insert(Collection<TeamProposal> proposals) {
    database.batch(
        """
        insert into team.proposal (id, team_id, kind, planned, areas, from_on, reason,
          proposed_by, proposed_at, proposed_event, imported, outcome, decision_reason,
          decided_by, decided_at, decided_event, paper_number, paper_on, paper_signer)
        values (:id, :teamId, :kind, :planned, :areas, :from, :reason, :proposedBy, :proposedAt,
          :proposedEvent, :imported, :decision.outcome, :decision.reason, :decision.by,
          :decision.at, :decision.event, :decision.paper.number, :decision.paper.on,
          :decision.paper.signer)
        """,
        proposals.stream()
            .map(proposal ->
                Values.of(proposal)
                    .and("areas", proposal.planned() == null ? null : proposal.areas()))
            .toList());
  }

  void decide(UUID id, @Nullable LocalDate from, Decision decision) {
    database.update(
        """
        update team.proposal set from_on = :from, outcome = :outcome,
          decision_reason = :reason, decided_by = :by, decided_at = :at,
          decided_event = :event, paper_number = :paper.number, paper_on = :paper.on,
          paper_signer = :paper.signer
        where id = :id
        """,
        Values.of(decision).and("from", from).and("id", id));
  }

  public Optional<TeamProposal> findPending(UUID teamId) {
    return database.find(
        TeamProposal.class, SELECT + "where a.team_id = ? and a.outcome is null", teamId);
  }

  /// Those of a team, newest first.
  public List<TeamProposal> list(UUID teamId) {
    return database.list(
        TeamProposal.class, SELECT + "where a.team_id = ? order by a.id desc", teamId);
  }

  /// What waits in some communes for somebody else than who proposed it, oldest first.
  ///
  /// @param communes null for everywhere
  /// @param after the last one that was seen; null at the start
  public List<TeamProposal> listPending(
      @Nullable Collection<UUID> communes,
      Collection<UUID> without,
      @Nullable UUID after,
      int most) {
    return database.list(
        TeamProposal.class,
        SELECT
            + """
            join team.team t on t.id = a.team_id
            where a.outcome is null and a.proposed_by <> all (:without)
              and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
              and (cast(:after as uuid) is null or a.id > :after)
            order by a.id limit :most
            """,
        Values.of("communes", communes)
            .and("without", without)
            .and("after", after)
            .and("most", most));
  }
}
