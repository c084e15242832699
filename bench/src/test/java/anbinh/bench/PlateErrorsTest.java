package anbinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.bench.PlateErrors.PlateError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlateErrorsTest {
  @TempDir private Path folder;

  @Test
  void showsEachPictureWithWhatStandsOnItAndWhatWasRead() throws Exception {
    Path picture = Files.write(folder.resolve("1.PNG"), new byte[] {1, 2, 3});
    Path page = folder.resolve("errors.html");

    PlateErrors.write(
        page,
        List.of(
            new PlateError("vn", picture, "36A12345", "36A1234S"),
            new PlateError("vn", picture, "<b>", "")));

    assertThat(page)
        .content()
        .containsOnlyOnce("<h2>vn</h2>")
        .contains("src=\"data:image/png;base64,AQID\"")
        .contains("plate <code>36A12345</code><br>read <code>36A1234S</code>")
        .contains("plate <code>&lt;b&gt;</code><br>read <code>-</code>");
  }
}
