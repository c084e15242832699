package anbinh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstErrorsTest {
  private static void add(FirstErrors errors, int row) {
    errors.add(row, () -> new ErrorLine(row, null, null, null, "required", ""));
  }

  @Test
  void tellsTheFirstByRowHoweverTheyWereFoundAndCountsAll() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row <= 5_000; row++) {
      rows.add(row);
    }
    Collections.shuffle(rows, new Random(7));
    var errors = new FirstErrors();
    rows.forEach(row -> add(errors, row));
    assertThat(errors.count()).isEqualTo(5_000);
    assertThat(errors.list())
        .extracting(ErrorLine::row)
        .hasSize(200)
        .startsWith(1, 2, 3)
        .endsWith(199, 200);
  }

  @Test
  void tellsNothingOfAListWithoutAny() {
    assertThat(new FirstErrors().list()).isEmpty();
  }
}
