package anbinh.programme.lifecycle;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.lifecycle.ProgrammeProposal.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of what was proposed about programmes and decided of it. Safe for many threads.
@Repository
public class ProgrammeProposalTable {
  private static final String SELECT =
      """
      select a.id, a.programme_id, a.kind, a.version, a.reason, a.proposed_by, v.written_by,
        a.proposed_at, a.outcome as "decision.outcome", a.decision_reason as "decision.reason",
        a.decided_by as "decision.by", a.decided_at as "decision.at",
        a.paper_number as "decision.number", a.paper_on as "decision.on",
        a.paper_signer as "decision.signer"
      from programme.proposal a
      join programme.version v
        on v.programme_id = a.programme_id and v.version = a.version
      """;

  private final SqlClient database;

  ProgrammeProposalTable(SqlClient database) {
    this.database = database;
  }

  /// A launch that a list brings in; it was decided on paper before, so nobody decided it here.
  public void insertLaunch(
      UUID id,
      UUID programmeId,
      UUID by,
      Instant now,
      String number,
      LocalDate on,
      @Nullable String signer) {
    database.update(
        """
        insert into programme.proposal (id, programme_id, kind, version, proposed_by,
          proposed_at, outcome, decided_at, paper_number, paper_on, paper_signer, imported)
        values (:id, :programme, 'LAUNCH', 1, :by, :now, 'ACCEPTED', :now, :number, :on,
          :signer, true)
        """,
        Values.of("id", id)
            .and("programme", programmeId)
            .and("by", by)
            .and("now", now)
            .and("number", number)
            .and("on", on)
            .and("signer", signer));
  }

  public Optional<ProgrammeProposal> findPending(UUID programmeId) {
    return database.find(
        ProgrammeProposal.class,
        SELECT + "where a.programme_id = ? and a.outcome is null",
        programmeId);
  }

  /// What waits of some programmes, one of each at the most.
  public List<ProgrammeProposal> listPending(Collection<UUID> programmes) {
    return database.list(
        ProgrammeProposal.class,
        SELECT + "where a.programme_id = any (?) and a.outcome is null",
        programmes);
  }

  /// Those of a programme, newest first.
  public List<ProgrammeProposal> list(UUID programmeId) {
    return database.list(
        ProgrammeProposal.class,
        SELECT + "where a.programme_id = ? order by a.id desc",
        programmeId);
  }

  /// The day of the paper by which a programme first rested, proposed or concluded.
  public Optional<LocalDate> findFirstRest(UUID programmeId) {
    return database.find(
        LocalDate.class,
        """
        select paper_on from programme.proposal
        where programme_id = :id and kind = 'REST' and outcome = 'ACCEPTED'
        union all
        select paper_on from programme.assessment
        where programme_id = :id and conclusion = 'REST' and state = 'CONFIRMED'
          and commune_id is null
        order by paper_on limit 1
        """,
        Values.of("id", programmeId));
  }

  /// A time in which a programme rested.
  ///
  /// @param from the day of the paper
  /// @param until the day on which it was resumed; null while it rests
  public record Rest(LocalDate from, @Nullable LocalDate until) {
    public boolean has(LocalDate day) {
      return day.isAfter(from) && (until == null || day.isBefore(until));
    }
  }

  /// The times in which a programme rested, by papers.
  public List<Rest> rests(UUID programmeId) {
    record Step(LocalDate on, boolean rests) {}
    List<Step> steps =
        database.list(
            Step.class,
            """
            select paper_on as "on", kind = 'REST' as rests, decided_at from programme.proposal
            where programme_id = :id and kind in ('REST', 'RESUME') and outcome = 'ACCEPTED'
            union all
            select paper_on, true, decided_at from programme.assessment
            where programme_id = :id and conclusion = 'REST' and state = 'CONFIRMED'
              and commune_id is null
            order by decided_at
            """,
            Values.of("id", programmeId));
    List<Rest> rests = new ArrayList<>();
    @Nullable LocalDate from = null;
    for (Step step : steps) {
      if (step.rests() && from == null) {
        from = step.on();
      } else if (!step.rests() && from != null) {
        rests.add(new Rest(from, step.on()));
        from = null;
      }
    }
    if (from != null) {
      rests.add(new Rest(from, null));
    }
    return rests;
  }

  /// The first day on which something is known of a programme after its launch: an act, an
  /// assessment's paper, an activity.
  Optional<LocalDate> findFirstAfterLaunch(UUID programmeId) {
    return database.find(
        LocalDate.class,
        """
        select paper_on from programme.proposal
        where programme_id = :id and outcome = 'ACCEPTED' and kind not in ('LAUNCH', 'LAUNCH_DAY')
        union all
        select paper_on from programme.assessment
        where programme_id = :id and state = 'CONFIRMED' and paper_on is not null
        union all
        select a.on_day from programme.activity a where a.programme_id = :id
          and a.version = (select max(b.version) from programme.activity b
            where b.id = a.id)
        order by 1 limit 1
        """,
        Values.of("id", programmeId));
  }

  void insert(ProgrammeProposal proposal) {
    database.update(
        """
        insert into programme.proposal
          (id, programme_id, kind, version, reason, proposed_by, proposed_at)
        values (:id, :programmeId, :kind, :version, :reason, :proposedBy, :proposedAt)
        """,
        proposal);
  }

  /// Has what waits be about another text; who proposed it first stays, as does why.
  void move(UUID id, int version) {
    database.update("update programme.proposal set version = ? where id = ?", version, id);
  }

  void decide(UUID id, Decision decision) {
    database.update(
        """
        update programme.proposal set outcome = :outcome, decision_reason = :reason,
          decided_by = :by, decided_at = :at, paper_number = :number, paper_on = :on,
          paper_signer = :signer
        where id = :id
        """,
        Values.of(decision).and("id", id));
  }
}
