package anbinh.team.member;

import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Members of teams in memory; TeamsIT runs the real ones.
public final class FakeMembers extends MemberTable {
  private final Map<UUID, Member> members = new LinkedHashMap<>();
  private final Map<UUID, Instant> leftAt = new HashMap<>();
  private final Set<UUID> replaced = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeMembers() {
    super(null, null);
  }

  /// What other features know of these.
  public TeamMembership membership(Teams teams, TeamTable table, TermTable terms) {
    return new TeamMembership(teams, table, this, terms);
  }

  public Member add(Member member) {
    members.put(member.id(), member);
    return member;
  }

  /// Says that somebody has what is theirs by now.
  void replace(UUID id) {
    replaced.add(id);
  }

  private static boolean isIn(Member one) {
    return one.state() == State.PROPOSED || one.state() == State.RECOGNISED;
  }

  private Stream<Member> others(@Nullable UUID without) {
    return members.values().stream()
        .filter(FakeMembers::isIn)
        .filter(each -> !each.id().equals(without));
  }

  private static Member with(
      Member one,
      State state,
      Details details,
      @Nullable LocalDate leftOn,
      @Nullable LeavingReason reason,
      int version) {
    return new Member(
        one.id(),
        one.teamId(),
        state,
        one.name(),
        one.birthYear(),
        one.birthOn(),
        one.gender(),
        details.phone(),
        one.origin(),
        details.education(),
        details.healthOn(),
        details.certificate(),
        details.badge(),
        details.personId(),
        leftOn,
        reason,
        one.importedEvent(),
        version);
  }

  private static Details details(Member one) {
    return new Details(
        one.phone(),
        one.education(),
        one.healthOn(),
        one.certificate(),
        one.badge(),
        one.personId());
  }

  @Override
  public Optional<Member> find(UUID id) {
    return Optional.ofNullable(members.get(id));
  }

  @Override
  public List<Member> list(Collection<UUID> teams) {
    return members.values().stream().filter(each -> teams.contains(each.teamId())).toList();
  }

  @Override
  public List<Member> listByIds(Collection<UUID> ids) {
    return members.values().stream().filter(each -> ids.contains(each.id())).toList();
  }

  @Override
  public Optional<String> findNationalId(UUID id) {
    return Optional.of("038080000001");
  }

  @Override
  public List<String> takenPapers(
      String column, Collection<String> numbers, @Nullable UUID without) {
    return others(without)
        .flatMap(
            each -> Stream.ofNullable(column.equals("badge") ? each.badge() : each.certificate()))
        .filter(numbers::contains)
        .toList();
  }

  @Override
  void update(UUID id, Details details) {
    members.computeIfPresent(
        id, (_, there) -> with(there, there.state(), details, null, null, there.version() + 1));
  }

  @Override
  void leave(UUID id, LocalDate on, LeavingReason reason, Instant now) {
    members.computeIfPresent(
        id, (_, there) -> with(there, State.LEFT, details(there), on, reason, there.version()));
    leftAt.put(id, now);
  }

  @Override
  Optional<Instant> findLeftAt(UUID id) {
    return Optional.ofNullable(leftAt.get(id));
  }

  @Override
  boolean isReplaced(UUID id) {
    return replaced.contains(id);
  }

  @Override
  void takeBackLeaving(UUID id) {
    members.computeIfPresent(
        id,
        (_, there) ->
            with(there, State.RECOGNISED, details(there), null, null, there.version() + 1));
    leftAt.remove(id);
  }

  @Override
  boolean isBound(UUID personId, UUID without) {
    return others(without).anyMatch(each -> personId.equals(each.personId()));
  }
}
