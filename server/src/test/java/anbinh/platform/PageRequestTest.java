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
    PageRequest request = PageRequest.parse("/list", null, null);
    assertThat(request.limit()).isEqualTo(50);
    assertThat(request.rows()).isEqualTo(51);
    assertThat(request.key(0, text -> text)).isEmpty();
    assertThat(PageRequest.parse("/list", "", "")).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "many", "1.5", "1000000000", "99999999999"})
  void limitsOutOfRangeAreNamed(String limit) {
    assertThatThrownBy(() -> PageRequest.parse("/list", limit, null))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .containsExactly(new FieldProblem("limit", "range", List.of(1, 200))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a", "eA==x", "x\n", "AA", "AAAA"})
  void placesThatNobodyGaveOutAreNamed(String after) {
    assertThatThrownBy(() -> PageRequest.parse("/list", null, after).key(0, Long::parseLong))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.fields().getFirst().field()).isEqualTo("after"));
  }

  /// Turned over, cut, lengthened, of another list, or made up by somebody who knows the form.
  @Test
  void changedPlacesAreNamed() {
    PageRequest request = PageRequest.parse("/list", "1", null);
    String place = request.opaque(List.of("Bình", "7"));
    assertThat(PageRequest.parse("/list", null, place).key()).containsExactly("Bình", "7");
    var changed = new ArrayList<String>();
    for (int at = 0; at < place.length(); at++) {
      char other = place.charAt(at) == 'A' ? 'B' : 'A';
      changed.add(place.substring(0, at) + other + place.substring(at + 1));
    }
    changed.add(place.substring(1));
    changed.add(place + "AA");
    changed.add(request.opaque(List.of("a\u0000b")));
    changed.add(PageRequest.parse("/other", "1", null).opaque(List.of("Bình", "7")));
    for (String after : changed) {
      assertThatThrownBy(() -> PageRequest.parse("/list", null, after))
          .as(after)
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.fields())
                      .containsExactly(new FieldProblem("after", "cursor")));
    }
  }

  @Test
  void theFirstPartSaysHowLongTheListIsAndIsCountedOnlyWhereItGoesOn() {
    PageRequest first = PageRequest.parse("/list", "2", null);
    assertThat(
            Page.of(List.of(1, 2), first, i -> List.of("" + i), PageRequestTest::neverCounted)
                .total())
        .isEqualTo(new Total(2, false));
    Page<Integer> page = Page.of(List.of(1, 2, 3), first, i -> List.of("" + i), most -> 15_050);
    assertThat(page.total()).isEqualTo(new Total(15_050, false));
    assertThat(Page.of(List.of(1, 2, 3), first, i -> List.of("" + i), most -> most).total())
        .isEqualTo(new Total(Total.MAX_COUNTED, true));
    PageRequest second = PageRequest.parse("/list", "2", page.next());
    assertThat(
            Page.of(List.of(3), second, i -> List.of("" + i), PageRequestTest::neverCounted)
                .total())
        .isNull();
  }

  @Test
  void aListThatNobodyCountsApartIsReadForItsLengthOnceAndNoFurtherThanToAnEnd() {
    PageRequest first = PageRequest.parse("/list", "2", null);
    for (int length : List.of(0, 1, 2, 3, 499, 500, 501, 100_000)) {
      var asked = new ArrayList<Integer>();
      Page<Integer> page =
          Page.read(
              first,
              i -> List.of("" + i),
              rows -> {
                asked.add(rows);
                return IntStream.range(0, Math.min(length, rows)).boxed().toList();
              });
      assertThat(page.total())
          .isEqualTo(new Total(Math.min(length, Total.MAX_READ), length > Total.MAX_READ));
      assertThat(page.items()).hasSize(Math.min(length, 2));
      assertThat(asked).isEqualTo(length > 2 ? List.of(3, Total.MAX_READ + 1) : List.of(3));
    }
  }

  /// The total would tell how many were left out.
  @Test
  void aPartOfWhichSomethingIsLeftOutHasNoTotal() {
    PageRequest first = PageRequest.parse("/list", "2", null);
    Page<Integer> page = Page.read(first, i -> List.of("" + i), rows -> List.of(1, 2));
    assertThat(page.with(List.of("one", "two")).total()).isEqualTo(new Total(2, false));
    assertThat(page.with(List.of("one")).total()).isNull();
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
        PageRequest request = PageRequest.parse("/list", limit, next);
        int after = request.key(0, Integer::parseInt).orElse(-1);
        assertThat(request.key(1, text -> text).orElse("ü")).isEqualTo("ü");
        Page<Integer> page =
            Page.read(
                request,
                i -> List.of(i.toString(), "ü"),
                rows -> all.stream().filter(i -> i > after).limit(rows).toList());
        assertThat(page.total()).isEqualTo(next == null ? new Total(all.size(), false) : null);
        assertThat(page.items().size()).isLessThanOrEqualTo(request.limit());
        seen.addAll(page.map(i -> i).items());
        next = page.next();
      } while (next != null);
      assertThat(seen).isEqualTo(all);
    }
  }

  private static int neverCounted(int most) {
    throw new AssertionError("counted to " + most);
  }
}
