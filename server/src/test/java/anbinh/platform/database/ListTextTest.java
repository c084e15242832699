package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FoldedText;
import anbinh.testing.TestDatabase;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The functions by which the database itself writes what lists are searched and sorted by.
class ListTextTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static List<String> by(String function, List<String> texts) {
    return DATABASE
        .client()
        .sql(
            "select "
                + function
                + "(t) from unnest(cast(? as text[])) with ordinality x (t, n) order by n")
        .param(texts.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void theDatabaseFoldsTextAsTheProgramDoes() {
    var random = new Random(21);
    String letters =
        "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵẤẬỆỢỰçñüßΩЖжÐðƉ١٢۴²½مُحَمَّدشﷺ%_\\'\"-–—,.()[]{}«»“”‘’„…:;!?/|·№،؛؟٪+*=<>\t 0159"
            + " 😀❤️";
    var texts = new ArrayList<>(List.of("Đỗ Thị Ẩn", "مُحَمَّد", "100%", "❤️ Bình"));
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        int at = random.nextInt(letters.codePointCount(0, letters.length()));
        text.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
      }
      texts.add(
          random.nextBoolean() ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFD));
    }
    assertThat(by("platform.folded", texts))
        .isEqualTo(texts.stream().map(FoldedText::words).toList());
  }

  @Test
  void peopleAreInTheOrderOfTheirGivenNamesThenOfTheNamesBeforeThem() {
    List<String> sorted =
        List.of(
            "Nguyễn Thị An",
            "Trần An",
            "Đỗ Văn Án",
            "Lê Anh",
            "Vũ Ánh",
            "Bùi Thị Ăn",
            "Đặng Ân",
            "Hồ Ấn",
            "Mai Bình",
            "Mai Bính",
            "Đỗ Dũng",
            "Lê Đạt",
            "Phạm Oanh",
            "Lý Ô",
            "Lý Ơn",
            "Phan Uyên",
            "Vi Ứng",
            "Phan Ước");
    var shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(inOrder(shuffled)).isEqualTo(sorted);
  }

  @Test
  void whatStandsInBracketsAfterANameIsNoName() {
    assertThat(inOrder(List.of("Hà Bình (mô phỏng)", "Hà An (mô phỏng)", "Lê Cúc")))
        .containsExactly("Hà An (mô phỏng)", "Hà Bình (mô phỏng)", "Lê Cúc");
    assertThat(
            by("platform.name_order", List.of("", "  ", "(x)", "Madonna", "😀", "a".repeat(500))))
        .doesNotContainNull();
  }

  /// Java brings the rules of Vietnamese of its own; syllables are compared with them, without the
  /// pairs of consonants that old dictionaries took for letters.
  @Test
  void syllablesAreInTheOrderOfVietnameseDictionaries() {
    var random = new Random(3);
    String[] first = {"", "b", "d", "đ", "h", "l", "m", "v", "x"};
    String[] middle = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"};
    String[] tone = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};
    String[] last = {"", "c", "m", "n", "t"};
    var names = new ArrayList<String>();
    for (int i = 0; i < 3_000; i++) {
      names.add(
          Normalizer.normalize(
              first[random.nextInt(first.length)]
                  + middle[random.nextInt(middle.length)]
                  + tone[random.nextInt(tone.length)]
                  + last[random.nextInt(last.length)],
              Normalizer.Form.NFC));
    }
    List<String> ours = inOrder(names.stream().distinct().toList());
    Collator vietnamese = Collator.getInstance(Locale.of("vi"));
    vietnamese.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    var theirs = new ArrayList<>(ours);
    theirs.sort(Comparator.comparing(name -> name, vietnamese));
    assertThat(ours).isEqualTo(theirs);
  }

  private static List<String> inOrder(List<String> names) {
    return DATABASE
        .client()
        .sql(
            """
            select t from unnest(cast(? as text[])) t
            order by platform.name_order(t) collate "C", t collate "C"
            """)
        .param(names.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }
}
