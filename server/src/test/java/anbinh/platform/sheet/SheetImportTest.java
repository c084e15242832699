package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A list is applied as a whole or not at all, and only the one that was checked.
class SheetImportTest {
  private static final byte[] RIGHT = "name;age\nLê Văn An;30\nTrần Bình;40\n".getBytes(UTF_8);

  enum Column implements SheetColumn {
    NAME,
    AGE;

    @Override
    public Rule rule() {
      return this == NAME ? REQUIRED : OPTIONAL;
    }
  }

  private final List<String> written = new ArrayList<>();
  private final List<String> read = new ArrayList<>();

  /// Writes the names of a list.
  private final class Names extends SheetImport<String, Column, ImportReport> {
    Names() {
      super(CodeMessages.messages(), "test", Column.class);
    }

    @Override
    protected ReadList<ImportReport> read(SheetFile file, String by, boolean applying) {
      read.add(by + (applying ? " applies" : " checks"));
      var summary = new SimpleSummary(messages);
      List<String> names = new ArrayList<>();
      summary.read(
          file,
          words,
          cells -> {
            String name = cells.name(Column.NAME, 40);
            cells.whole(Column.AGE, 18, 70);
            if (name != null) {
              names.add(name);
              summary.added(name);
            }
          });
      return new ReadList<>(summary.report(file), () -> written.addAll(names));
    }
  }

  private final Names names = new Names();

  private ImportReport apply(byte[] file, @Nullable TextEncoding chosen, @Nullable String checked) {
    return names.apply(new SheetFile(file, chosen), checked, "An");
  }

  private void assertNothingWritten(ThrowingCallable act, PlatformProblem code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    assertThat(written).isEmpty();
  }

  @Test
  void aCheckSaysWhatWouldBeWrittenAndWritesNothing() {
    ImportReport checked = names.check(new SheetFile(RIGHT, null), "An");
    assertThat(checked.added()).isEqualTo(2);
    assertThat(written).isEmpty();
    assertThat(apply(RIGHT, null, checked.sha256())).isEqualTo(checked);
    assertThat(written).containsExactly("Lê Văn An", "Trần Bình");
    assertThat(read).containsExactly("An checks", "An applies");
  }

  @Test
  void ofAListWithOneWrongCellNothingIsWritten() {
    byte[] wrong = "name;age\nLê Văn An;30\nTrần Bình;17\n;\nChi;x\n".getBytes(UTF_8);
    assertNothingWritten(() -> apply(wrong, null, null), PlatformProblem.LIST_WRONG);
    ImportReport checked = names.check(new SheetFile(wrong, null), "An");
    assertThat(checked.errors())
        .extracting(each -> each.cell() + " " + each.code())
        .containsExactly("B3 list-whole", "B5 list-whole");
    assertThat(checked.rows()).isEqualTo(3);
    assertNothingWritten(() -> apply(wrong, null, checked.sha256()), PlatformProblem.LIST_WRONG);
  }

  @Test
  void anotherListThanTheCheckedOneIsNotWritten() {
    String checked = names.check(new SheetFile(RIGHT, null), "An").sha256();
    byte[] other = "name;age\nLê Văn An;31\nTrần Bình;40\n".getBytes(UTF_8);
    assertNothingWritten(() -> apply(other, null, checked), PlatformProblem.LIST_OTHER);
  }

  @Test
  void convertedLettersAreWrittenOnceSomebodySaysHow() {
    byte[] old = LegacyWriter.bytes(TextEncoding.TCVN3, "name;age\nNguyễn Văn Được;30\n");
    ImportReport checked = names.check(new SheetFile(old, null), "An");
    assertThat(checked.encoding().detected()).isEqualTo(TextEncoding.TCVN3);
    assertNothingWritten(() -> apply(old, null, checked.sha256()), PlatformProblem.LIST_UNREADABLE);
    apply(old, TextEncoding.TCVN3, checked.sha256());
    assertThat(written).containsExactly("Nguyễn Văn Được");
  }

  @Test
  void inAnotherEncodingThanItsOwnNothingIsWritten() {
    byte[] old = LegacyWriter.bytes(TextEncoding.TCVN3, "name;age\nNguyễn Văn Được;30\n");
    assertNothingWritten(() -> apply(old, TextEncoding.VISCII, null), PlatformProblem.LIST_WRONG);
    assertNothingWritten(() -> apply(old, TextEncoding.UNICODE, null), PlatformProblem.LIST_WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", ";;\n", "age\n30\n", "name;name\nAn;An\n", "name;tuổi\nAn;3\n"})
  void whatIsNoListOfThisSortIsRefused(String file) {
    assertNothingWritten(
        () -> apply(file.getBytes(UTF_8), null, null), PlatformProblem.LIST_UNREADABLE);
  }

  @Test
  void aListOfTitlesAloneIsNoMistake() {
    assertThat(apply("name\n".getBytes(UTF_8), null, null).added()).isZero();
  }
}
