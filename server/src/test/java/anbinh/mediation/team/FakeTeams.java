package anbinh.mediation.team;

import anbinh.mediation.team.Mediator.Elected;
import anbinh.mediation.team.Mediator.EndOfOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Teams of mediators in memory; MediationsIT runs the real ones.
public final class FakeTeams extends MediationTeamTable {
  private final Map<UUID, MediationTeam> teams = new LinkedHashMap<>();
  private final Map<UUID, Election> elections = new HashMap<>();
  private final Map<UUID, UUID> firstAccounts = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeTeams() {
    super(null, null);
  }

  public MediationTeam add(MediationTeam team) {
    teams.put(team.id(), team);
    team.mediators().forEach(this::noteAccount);
    return team;
  }

  /// A mediator whom the chair recognised.
  ///
  /// @param account null for who has none
  public static Mediator serving(
      UUID team, int number, String name, boolean leader, @Nullable UUID account) {
    return new Mediator(
        new UUID(6, number),
        team,
        name,
        leader,
        leader,
        account,
        new UUID(2, 90),
        Instant.EPOCH,
        null,
        "12/QĐ-UBND",
        LocalDate.of(2025, 3, 2),
        null,
        null,
        null,
        null);
  }

  /// The same, whose office ended by their own wish.
  public static Mediator ended(Mediator one, LocalDate on) {
    return with(
        one,
        false,
        one.personId(),
        null,
        one.decisionNumber(),
        one.decidedOn(),
        on,
        EndOfOffice.OWN_WISH,
        one.ledBy());
  }

  private void noteAccount(Mediator each) {
    if (each.personId() != null) {
      firstAccounts.putIfAbsent(each.id(), each.personId());
    }
  }

  private void change(UUID team, Predicate<Mediator> which, UnaryOperator<Mediator> how) {
    teams.computeIfPresent(
        team,
        (_, there) ->
            new MediationTeam(
                there.id(),
                there.villageId(),
                there.minorityArea(),
                there.minorityRepresented(),
                there.recognised(),
                there.mediators().stream()
                    .map(each -> which.test(each) ? how.apply(each) : each)
                    .toList()));
  }

  private UUID teamOf(UUID mediator) {
    return findMediator(mediator).orElseThrow().teamId();
  }

  private static Mediator with(
      Mediator one,
      boolean leader,
      @Nullable UUID account,
      @Nullable Instant refused,
      @Nullable String number,
      @Nullable LocalDate decided,
      @Nullable LocalDate ended,
      @Nullable EndOfOffice cause,
      @Nullable LeaderElection ledBy) {
    return new Mediator(
        one.id(),
        one.teamId(),
        one.name(),
        one.woman(),
        leader,
        account,
        one.proposedBy(),
        one.proposedAt(),
        refused,
        number,
        decided,
        ended,
        cause,
        one.elected(),
        ledBy);
  }

  @Override
  void insert(MediationTeam team) {
    add(team);
  }

  @Override
  void insert(UUID id, UUID team, Election election, UUID by, Instant now) {
    elections.put(id, election);
  }

  @Override
  void insert(Mediator mediator, UUID election, int votes) {
    Election held = elections.get(election);
    var elected =
        held == null ? null : new Elected(held.form(), held.heldOn(), held.households(), votes);
    var inserted =
        new Mediator(
            mediator.id(),
            mediator.teamId(),
            mediator.name(),
            mediator.woman(),
            mediator.leader(),
            mediator.personId(),
            mediator.proposedBy(),
            mediator.proposedAt(),
            null,
            null,
            null,
            null,
            null,
            elected,
            null);
    noteAccount(inserted);
    teams.computeIfPresent(
        mediator.teamId(),
        (_, there) -> {
          List<Mediator> more = new ArrayList<>(there.mediators());
          more.add(inserted);
          return new MediationTeam(
              there.id(),
              there.villageId(),
              there.minorityArea(),
              there.minorityRepresented(),
              there.recognised(),
              more);
        });
  }

  @Override
  public Optional<MediationTeam> find(UUID id) {
    return Optional.ofNullable(teams.get(id));
  }

  @Override
  Optional<MediationTeam> findForUpdate(UUID id) {
    return find(id);
  }

  @Override
  public List<MediationTeam> listOf(Collection<UUID> villages) {
    return teams.values().stream().filter(each -> villages.contains(each.villageId())).toList();
  }

  @Override
  public List<UUID> listVillagesLedBy(UUID personId) {
    return teams.values().stream()
        .filter(
            team -> team.findLeader().filter(each -> personId.equals(each.personId())).isPresent())
        .map(MediationTeam::villageId)
        .toList();
  }

  @Override
  public Optional<Mediator> findMediator(UUID id) {
    return teams.values().stream()
        .flatMap(team -> team.mediators().stream())
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> mediators) {
    return mediators.stream()
        .flatMap(each -> findMediator(each).stream())
        .collect(Collectors.toMap(Mediator::id, Mediator::name));
  }

  @Override
  void noteRepresentation(UUID id, boolean represented, UUID by) {
    MediationTeam there = find(id).orElseThrow();
    teams.put(
        id,
        new MediationTeam(
            id,
            there.villageId(),
            there.minorityArea(),
            represented,
            there.recognised(),
            there.mediators()));
  }

  @Override
  void recognise(UUID id, String number, LocalDate on, UUID by) {
    change(
        id,
        Mediator::waits,
        each ->
            with(each, each.leader(), each.personId(), null, number, on, null, null, each.ledBy()));
  }

  @Override
  void refuse(UUID id, String reason, Instant now, UUID by) {
    change(
        id,
        Mediator::waits,
        each ->
            with(each, each.leader(), each.personId(), now, null, null, null, null, each.ledBy()));
  }

  @Override
  void noteLeaderElection(UUID mediator, LeaderElection election) {
    change(
        teamOf(mediator),
        each -> each.id().equals(mediator),
        each ->
            with(
                each,
                each.leader(),
                each.personId(),
                each.refusedAt(),
                each.decisionNumber(),
                each.decidedOn(),
                each.endedOn(),
                each.endCause(),
                election));
  }

  @Override
  void lead(UUID team, UUID mediator) {
    change(
        team,
        _ -> true,
        each ->
            with(
                each,
                each.id().equals(mediator),
                each.personId(),
                each.refusedAt(),
                each.decisionNumber(),
                each.decidedOn(),
                each.endedOn(),
                each.endCause(),
                each.ledBy()));
  }

  @Override
  void bind(UUID mediator, @Nullable UUID person) {
    if (person != null) {
      firstAccounts.putIfAbsent(mediator, person);
    }
    change(
        teamOf(mediator),
        each -> each.id().equals(mediator),
        each ->
            with(
                each,
                each.leader(),
                person,
                each.refusedAt(),
                each.decisionNumber(),
                each.decidedOn(),
                each.endedOn(),
                each.endCause(),
                each.ledBy()));
  }

  @Override
  Optional<UUID> findFirstAccount(UUID mediator) {
    return Optional.ofNullable(firstAccounts.get(mediator));
  }

  @Override
  void end(UUID mediator, EndOfOffice cause, String number, LocalDate on, UUID by) {
    change(
        teamOf(mediator),
        each -> each.id().equals(mediator),
        each ->
            with(
                each,
                false,
                each.personId(),
                each.refusedAt(),
                each.decisionNumber(),
                each.decidedOn(),
                on,
                cause,
                each.ledBy()));
  }
}
