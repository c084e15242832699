package anbinh.team.member;

import anbinh.team.Position;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Terms and what waits, in memory; TeamsIT runs the real ones.
public final class FakeTerms extends TermTable {
  private final List<Term> terms = new ArrayList<>();
  private final List<Proposal> pending = new ArrayList<>();
  private final Map<Closed, UUID> closed = new EnumMap<>(Closed.class);

  @SuppressWarnings("NullAway") // there is no database
  public FakeTerms() {
    super(null);
  }

  /// @param outcome null while it waits
  public void add(
      UUID team,
      UUID member,
      Position position,
      LocalDate from,
      LocalDate until,
      boolean overAge,
      @Nullable Outcome outcome) {
    terms.add(
        new Term(
            new UUID(10, terms.size() + 1L),
            member,
            team,
            null,
            position,
            from,
            until,
            overAge,
            outcome,
            null,
            null,
            null));
  }

  void add(Proposal proposal) {
    pending.add(proposal);
  }

  Map<Closed, UUID> closed() {
    return Map.copyOf(closed);
  }

  @Override
  public List<Term> list(Collection<UUID> teams) {
    return terms.stream().filter(each -> teams.contains(each.teamId())).toList();
  }

  @Override
  public Optional<Proposal> findPending(UUID teamId) {
    return pending.stream().filter(each -> each.teamId().equals(teamId)).findFirst();
  }

  @Override
  List<Proposal> listPendingSince(Instant moment) {
    return pending.stream().filter(each -> each.proposedAt().isBefore(moment)).toList();
  }

  @Override
  int count(UUID proposal) {
    return 1;
  }

  @Override
  int close(UUID proposal, Closed how, Instant at, UUID event) {
    pending.removeIf(each -> each.id().equals(proposal));
    closed.put(how, proposal);
    return 1;
  }
}
