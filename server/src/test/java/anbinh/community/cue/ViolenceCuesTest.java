package anbinh.community.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.community.cue.ViolenceCue.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolenceCuesTest {
  private static final ViolenceCues CUES = new ViolenceCues();

  /// Of a hundred harmless sentences so many may be looked at a second time.
  private static final double MAX_FALSE_ALARMS = 0.03;

  private record Sentence(String set, boolean serious, boolean family, String words) {}

  private static List<Sentence> sentences() throws IOException {
    try (InputStream in = ViolenceCuesTest.class.getResourceAsStream("mediation-sentences.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(part ->
              new Sentence(part[0], part[1].equals("SERIOUS"), part[2].equals("FAMILY"), part[3]))
          .toList();
    }
  }

  private static boolean alarms(Sentence one) {
    return ViolenceCues.tellOfViolence(CUES.find(List.of(one.words()), one.family()));
  }

  private static List<Category> categories(String words) {
    return CUES.find(List.of(words), false).stream().map(ViolenceCue::category).toList();
  }

  @Test
  void noSeriousSentenceIsMissedAndFewHarmlessOnesAreLookedAt() throws IOException {
    List<Sentence> all = sentences();
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    assertThat(all.stream().filter(each -> each.serious() && !alarms(each))).isEmpty();
    List<Sentence> harmless = all.stream().filter(each -> !each.serious()).toList();
    List<Sentence> looked = harmless.stream().filter(ViolenceCuesTest::alarms).toList();
    assertThat(looked.size())
        .as("%s", looked)
        .isLessThanOrEqualTo((int) (MAX_FALSE_ALARMS * harmless.size()));
  }

  @Test
  void norInSmallLettersCapitalsOrOtherwiseEncodedOrWithoutAccents() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Sentence each : sentences()) {
      if (each.serious()) {
        for (String words :
            List.of(
                Normalizer.normalize(each.words(), Normalizer.Form.NFD),
                each.words().toUpperCase(java.util.Locale.ROOT),
                each.words().replace(' ', '\u00A0').replace(".", "\u200B…"))) {
          if (!alarms(new Sentence(each.set(), true, each.family(), words))) {
            missed.add(words);
          }
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Nó doạ giết tôi,THREAT",
    "Nó dọa giết tôi,THREAT",
    "no doa giet toi,THREAT",
    "nó đánk vk,VIOLENCE",
    "ck dánh vợ,VIOLENCE",
    "gi3t nó,THREAT",
    "giếttttt,THREAT",
    "g.i.ế.t,THREAT",
    "g i ế t nó,THREAT",
    "vợ uống thuốc sâu,SUICIDE",
    "cầm mã tấu,WEAPON",
    "nhốt vợ trong buồng,CONFINEMENT",
    "hãm hiếp,SEXUAL",
    "chồng giữ hết lương của vợ,ECONOMIC",
    "chồng lăng mạ vợ,PSYCHOLOGICAL",
    "bỏ đói cháu bé,CHILD",
    "gãy xương sườn,INJURY",
    "he threatened to kill me,VIOLENCE",
    "وضربها بالسكين,VIOLENCE",
    "سيقتلني,VIOLENCE"
  })
  void findsIt(String words, Category category) {
    assertThat(categories(words)).contains(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đánh bóng chuyền", "đánh giá", "chết máy", "đánh đề", "không có đánh nhau", "xích mích",
        "xích chó", "đâm đơn", "rễ tre đâm sang đất nhà bên", "tát nước", "đá bóng", "hòn đá",
        "xe đạp", "đánh dấu mốc giới", "danh sách", "để dành tiền", "đấm lưng", "giết mổ lợn",
        "nhốt gà", "Hai bà chửi nhau ngoài chợ."
      })
  void leavesOtherMeanings(String words) {
    assertThat(categories(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Không có bạo lực, chỉ tát vợ.",
        "hứa không đánh nhau nữa",
        "đánh giá rồi đánh vợ",
        "đánh bóng chuyền xong về đánh con",
        "xích mích rồi xích vợ vào cột"
      })
  void whatIsTakenOutHidesNothingElse(String words) {
    assertThat(ViolenceCues.tellOfViolence(CUES.find(List.of(words), false))).isTrue();
  }

  @Test
  void wordsOfContemptCountInAFamilyOnly() {
    String words = "Ông A lăng mạ ông B.";
    assertThat(CUES.find(List.of(words), false)).isEmpty();
    assertThat(CUES.find(List.of(words), true)).isNotEmpty();
    assertThat(CUES.find(List.of(words, "Hai người là bố vợ và con rể."), false)).isNotEmpty();
  }

  @Test
  void aLineThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> CueList.read(List.of("class KIN = vợ", "[VIOLENCE]", "{NONE} x")))
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> CueList.read(List.of("[ELSE]", "x"))).hasMessageContaining("line 2");
  }
}
