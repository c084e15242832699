package anbinh.community.team.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who served in some teams, and as what, on which days: accepted terms, each until its last day or
/// until they left, and one that another took over from until then.
public record Stints(List<Stint> all, Map<UUID, String> names) {
  /// Days on which somebody was one thing in a team.
  ///
  /// @param until the last day
  public record Stint(
      UUID memberId, UUID teamId, Position position, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  public Stints {
    all = List.copyOf(all);
    names = Map.copyOf(names);
  }

  public Optional<Stint> find(UUID memberId, LocalDate day) {
    return all.stream()
        .filter(each -> each.memberId().equals(memberId) && each.covers(day))
        .findFirst();
  }

  /// Who serves on a day, by position.
  public List<Stint> on(LocalDate day) {
    return all.stream()
        .filter(each -> each.covers(day))
        .sorted(Comparator.comparing(Stint::position).thenComparing(each -> name(each.memberId())))
        .toList();
  }

  /// Empty of who was erased, or is not of these teams.
  public String name(UUID memberId) {
    return names.getOrDefault(memberId, "");
  }

  static Stints of(List<Member> members, List<Term> terms) {
    Map<UUID, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    List<Term> accepted = terms.stream().filter(Term::accepted).toList();
    Map<Object, LocalDate> ends =
        TermRules.lastDays(
            accepted.stream()
                .map(term -> Recognition.held(term, byId.get(term.memberId())))
                .toList());
    Map<UUID, String> names = new HashMap<>();
    for (Member member : members) {
      String name = member.name();
      if (name != null) {
        names.put(member.id(), name);
      }
    }
    return new Stints(
        accepted.stream()
            .map(term ->
                new Stint(
                    term.memberId(),
                    term.teamId(),
                    term.position(),
                    term.from(),
                    ends.getOrDefault(term.id(), term.until())))
            .filter(stint -> !stint.until().isBefore(stint.from()))
            .toList(),
        names);
  }

  /// Reads them.
  @Component
  public static class Reader {
    private final MemberTable members;
    private final TermTable terms;

    Reader(MemberTable members, TermTable terms) {
      this.members = members;
      this.terms = terms;
    }

    public Stints of(Collection<UUID> teams) {
      return Stints.of(members.list(teams), terms.list(teams));
    }
  }
}
