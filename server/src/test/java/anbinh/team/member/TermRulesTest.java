package anbinh.team.member;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.team.Position;
import anbinh.team.member.TermRules.Clash;
import anbinh.team.member.TermRules.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// All terms of a team together.
class TermRulesTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static final List<Position> POSITIONS = List.of(Position.values());

  private int key;

  private Held term(String person, Position position, int from, int until, @Nullable Integer left) {
    return new Held(
        "T" + key++,
        person,
        position,
        START.plusDays(from),
        START.plusDays(until),
        left == null ? null : START.plusDays(left));
  }

  private static List<String> codes(List<Clash> clashes) {
    return clashes.stream().map(Clash::code).toList();
  }

  @Test
  void aTeamHasOneLeaderAtATime() {
    Held first = term("A", Position.LEADER, 0, 100, null);
    assertThat(
            codes(
                TermRules.clashes(
                    List.of(first), List.of(term("B", Position.LEADER, 100, 200, null)))))
        .containsExactly("team-leader-taken");
    assertThat(
            TermRules.clashes(List.of(first), List.of(term("B", Position.LEADER, 101, 200, null))))
        .isEmpty();
    assertThat(
            TermRules.clashes(List.of(first), List.of(term("B", Position.DEPUTY, 50, 200, null))))
        .isEmpty();
  }

  @Test
  void aLeaderWhoLeftOrBecameSomethingElseMakesRoom() {
    Held left = term("A", Position.LEADER, 0, 100, 60);
    assertThat(TermRules.clashes(List.of(left), List.of(term("B", Position.LEADER, 60, 200, null))))
        .isEmpty();
    assertThat(
            codes(
                TermRules.clashes(
                    List.of(left), List.of(term("B", Position.LEADER, 59, 200, null)))))
        .containsExactly("team-leader-taken");
    Held leads = term("A", Position.LEADER, 0, 100, null);
    assertThat(
            TermRules.clashes(
                List.of(leads),
                List.of(
                    term("A", Position.MEMBER, 50, 150, null),
                    term("B", Position.LEADER, 50, 200, null))))
        .isEmpty();
  }

  @Test
  void nobodyIsTwiceTheSameAtATimeNorBeginsTwoTermsOnADay() {
    Held first = term("A", Position.MEMBER, 0, 100, null);
    assertThat(
            codes(
                TermRules.clashes(
                    List.of(first), List.of(term("A", Position.MEMBER, 100, 200, null)))))
        .containsExactly("team-term-overlap");
    assertThat(
            codes(
                TermRules.clashes(
                    List.of(first), List.of(term("A", Position.LEADER, 0, 200, null)))))
        .containsExactly("team-term-overlap");
    assertThat(
            TermRules.clashes(List.of(first), List.of(term("A", Position.MEMBER, 101, 200, null))))
        .isEmpty();
  }

  /// What the rules let pass has one leader on each day, and nobody with two terms, counted day by
  /// day.
  @Test
  void whatPassesHasOneLeaderOnEachDay() {
    long seed = Long.getLong("test.seed", 20_261_126L);
    var random = new Random(seed);
    int passed = 0;
    int stopped = 0;
    for (int round = 0; round < 20_000; round++) {
      List<Held> terms = new ArrayList<>();
      Map<String, Integer> left = new HashMap<>();
      for (String person : List.of("A", "B", "C")) {
        if (random.nextInt(3) == 0) {
          left.put(person, 5 + random.nextInt(25));
        }
      }
      for (int n = 0; n < 2 + random.nextInt(3); n++) {
        String person = List.of("A", "B", "C").get(random.nextInt(3));
        int from = random.nextInt(20);
        terms.add(
            term(
                person,
                POSITIONS.get(random.nextInt(3)),
                from,
                from + random.nextInt(15),
                left.get(person)));
      }
      if (TermRules.clashes(List.of(), terms).isEmpty()) {
        passed++;
        for (int day = 0; day < 40; day++) {
          Set<Object> leaders = leaders(terms, left, START.plusDays(day));
          assertThat(leaders).as("seed " + seed + ", round " + round).hasSizeLessThan(2);
          assertThat(running(terms, START.plusDays(day)))
              .as("seed " + seed + ", round " + round)
              .doesNotHaveDuplicates();
        }
      } else {
        stopped++;
      }
    }
    assertThat(passed).isGreaterThan(1_000);
    assertThat(stopped).isGreaterThan(1_000);
  }

  /// Whose terms run on a day, by the last days that the rules say.
  private static List<Object> running(List<Held> terms, LocalDate day) {
    Map<Object, LocalDate> lastDays = TermRules.lastDays(terms);
    return terms.stream()
        .filter(term ->
            !term.from().isAfter(day)
                && !lastDays.getOrDefault(term.key(), term.until()).isBefore(day))
        .map(Held::person)
        .toList();
  }

  /// Whose latest term that began, and runs, is that of a leader.
  private static Set<Object> leaders(List<Held> terms, Map<String, Integer> left, LocalDate day) {
    Map<Object, Held> latest = new HashMap<>();
    for (Held term : terms) {
      Integer gone = left.get((String) term.person());
      boolean here = gone == null || day.isBefore(START.plusDays(gone));
      if (here && !term.from().isAfter(day)) {
        latest.merge(
            term.person(), term, (one, other) -> one.from().isAfter(other.from()) ? one : other);
      }
    }
    Set<Object> leaders = new HashSet<>();
    latest.forEach((person, term) -> {
      if (term.position() == Position.LEADER && !term.until().isBefore(day)) {
        leaders.add(person);
      }
    });
    return leaders;
  }
}
