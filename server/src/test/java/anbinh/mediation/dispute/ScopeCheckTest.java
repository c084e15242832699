package anbinh.mediation.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.ScopeQuestion;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeCheckTest {
  private static List<ScopeAnswer> answers(Set<ScopeQuestion> yes) {
    return Arrays.stream(ScopeQuestion.values())
        .map(each -> new ScopeAnswer(each, yes.contains(each)))
        .toList();
  }

  /// Every set of answers there is: what may be mediated has no yes, and what is hidden has one of
  /// two.
  @Test
  void oneYesStopsItAndOnlyViolenceAndChildrenHideIt() {
    ScopeQuestion[] all = ScopeQuestion.values();
    for (int bits = 0; bits < 1 << all.length; bits++) {
      Set<ScopeQuestion> yes = EnumSet.noneOf(ScopeQuestion.class);
      for (int i = 0; i < all.length; i++) {
        if ((bits & 1 << i) != 0) {
          yes.add(all[i]);
        }
      }
      ScopeCheck check = ScopeCheck.of(answers(yes));
      assertThat(check.yes()).isEqualTo(yes);
      assertThat(check.passed()).isEqualTo(bits == 0);
      assertThat(check.guards())
          .isEqualTo(yes.contains(ScopeQuestion.VIOLENCE) || yes.contains(ScopeQuestion.CHILD));
    }
  }

  @Test
  void aQuestionThatNobodyAskedLetsNothingThrough() {
    long seed = Long.getLong("anbinh.seed", 20261126);
    var random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      var some = new ArrayList<>(answers(EnumSet.noneOf(ScopeQuestion.class)));
      Collections.shuffle(some, random);
      List<ScopeAnswer> fewer = some.subList(0, random.nextInt(some.size()));
      assertThatThrownBy(() -> ScopeCheck.of(fewer))
          .as("seed %d", seed)
          .isInstanceOf(Problem.class)
          .satisfies(e ->
              assertThat(((Problem) e).fields().getFirst().code()).isEqualTo("scope-incomplete"));
    }
  }

  @Test
  void aQuestionIsAnsweredOnce() {
    List<ScopeAnswer> twice =
        Stream.concat(
                answers(Set.of(ScopeQuestion.VIOLENCE)).stream(),
                Stream.of(new ScopeAnswer(ScopeQuestion.VIOLENCE, false)))
            .toList();
    assertThatThrownBy(() -> ScopeCheck.of(twice))
        .isInstanceOf(Problem.class)
        .satisfies(
            e -> assertThat(((Problem) e).fields().getFirst().code()).isEqualTo("answered-twice"));
  }
}
