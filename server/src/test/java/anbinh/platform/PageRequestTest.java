package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @Test
  void hasADefaultLimitAndStartsAtTheStart() {
    PageRequest request = PageRequest.parse(null, null);
    assertThat(request.limit()).isEqualTo(50);
    assertThat(request.rows()).isEqualTo(51);
    assertThat(request.key(0, text -> text)).isEmpty();
    assertThat(PageRequest.parse("", "")).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "many", "1.5", "99999999999"})
  void limitsOutOfRangeAreNamed(String limit) {
    assertThatThrownBy(() -> PageRequest.parse(limit, null))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .containsExactly(new FieldProblem("limit", "range", List.of(1, 200))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a", "eA==x", "x\n", "AA", "AAAA"})
  void placesThatNobodyGaveOutAreNamed(String after) {
    assertThatThrownBy(() -> PageRequest.parse(null, after).key(0, Long::parseLong))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.fields().getFirst().field()).isEqualTo("after"));
  }

  @Test
  void pagesCoverAListOnceWhateverTheLimit() {
    var random = new Random(4);
    for (int round = 0; round < 200; round++) {
      List<Integer> all = IntStream.range(0, random.nextInt(30)).boxed().toList();
      String limit = Integer.toString(1 + random.nextInt(10));
      var seen = new ArrayList<Integer>();
      String next = null;
      do {
        PageRequest request = PageRequest.parse(limit, next);
        int after = request.key(0, Integer::parseInt).orElse(-1);
        assertThat(request.key(1, text -> text).orElse("ü")).isEqualTo("ü");
        List<Integer> rows = all.stream().filter(i -> i > after).limit(request.rows()).toList();
        Page<Integer> page = Page.of(rows, request, i -> List.of(i.toString(), "ü"));
        assertThat(page.items().size()).isLessThanOrEqualTo(request.limit());
        seen.addAll(page.map(i -> i).items());
        next = page.next();
      } while (next != null);
      assertThat(seen).isEqualTo(all);
    }
  }
}
