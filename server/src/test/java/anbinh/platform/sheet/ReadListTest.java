package anbinh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadListTest {
  private record Report(String sha256, int errorCount) implements SheetReport {}

  private final List<String> written = new ArrayList<>();

  private ReadList<Report> list(int errors) {
    return new ReadList<>(new Report("0abc", errors), () -> written.add("new"));
  }

  private static void assertRefused(ThrowingCallable act, PlatformProblem code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private Report apply(int errors, @Nullable String checked) {
    return list(errors).requireRight(checked).apply();
  }

  @Test
  void writesAListThatNobodyCheckedBefore() {
    assertThat(apply(0, null).sha256()).isEqualTo("0abc");
    assertThat(written).containsExactly("new");
  }

  @Test
  void writesTheListThatWasCheckedHoweverItsHashIsWritten() {
    apply(0, "0ABC");
    assertThat(written).containsExactly("new");
  }

  @Test
  void refusesAnotherListThanTheCheckedOneBeforeItsMistakes() {
    assertRefused(() -> apply(3, "0abd"), PlatformProblem.LIST_OTHER);
    assertThat(written).isEmpty();
  }

  @Test
  void refusesAListWithAMistakeAndShowsItsReport() {
    assertThatThrownBy(() -> apply(1, "0abc"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(PlatformProblem.LIST_WRONG);
              assertThat(problem.extensions()).containsEntry("list", new Report("0abc", 1));
            });
    assertThat(written).isEmpty();
  }

  @Test
  void writesNothingWhereNothingIsNew() {
    var report = new Report("0abc", 0);
    assertThat(new ReadList<>(report, null).requireRight(null).apply()).isEqualTo(report);
  }
}
