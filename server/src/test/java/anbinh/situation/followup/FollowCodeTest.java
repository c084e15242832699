package anbinh.situation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowCodeTest {
  private static final long SEED = 153;

  /// The first one of some bits that has a check symbol of the alphabet.
  private static FollowCode drawn(Random random) {
    byte[] bits = new byte[32];
    while (true) {
      random.nextBytes(bits);
      FollowCode found = FollowCode.of(bits).orElse(null);
      if (found != null) {
        return found;
      }
    }
  }

  @Test
  void hasAHundredBitsInGroupsThatPeopleCanCopy() {
    byte[] zero = new byte[13];
    assertThat(FollowCode.of(zero)).map(FollowCode::shown).contains("0000-0000-0000-0000-00000");
    zero[12] = (byte) 0x10; // the last of a hundred bits
    assertThat(FollowCode.of(zero)).map(FollowCode::shown).contains("0000-0000-0000-0000-00011");
    zero[12] = (byte) 0x0f; // four bits more than a hundred
    assertThat(FollowCode.of(zero)).map(FollowCode::shown).contains("0000-0000-0000-0000-00000");
    assertThat(drawn(new Random(SEED)).shown())
        .matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{5}");
  }

  @Test
  void isReadHoweverItIsWritten() {
    FollowCode code = drawn(new Random(SEED));
    String shown = code.shown();
    assertThat(FollowCode.parse(shown)).contains(code);
    assertThat(FollowCode.parse(shown.toLowerCase(Locale.ROOT).replace("-", " ") + "\n"))
        .contains(code);
    assertThat(FollowCode.parse(shown.replace('0', 'o').replace('1', 'l'))).contains(code);
    assertThat(FollowCode.parse(shown.replace("-", "\u2013\u200f"))).contains(code);
    assertThat(FollowCode.parse(arabic(shown))).contains(code);
    assertThat(FollowCode.parse(arabic("0000-0000-0000-0000-00011")))
        .contains(new FollowCode("000000000000000000011"));
  }

  private static String arabic(String text) {
    return text.chars()
        .map(each -> each >= '0' && each <= '9' ? each - '0' + 0x660 : each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void oneWrongSignOrTwoThatChangedPlacesAreNoticed() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      String digits = drawn(random).digits();
      int at = random.nextInt(digits.length() - 1);
      char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32));
      String wrong = digits.substring(0, at) + other + digits.substring(at + 1);
      if (!wrong.equals(digits)) {
        assertThat(FollowCode.parse(wrong)).as(digits + " " + wrong).isEmpty();
      }
      String swapped =
          digits.substring(0, at)
              + digits.charAt(at + 1)
              + digits.charAt(at)
              + digits.substring(at + 2);
      if (!swapped.equals(digits)) {
        assertThat(FollowCode.parse(swapped)).as(digits + " " + swapped).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (String text :
        new String[] {
          "", "-", "0", "x".repeat(1_000), "0000-0000-0000-0000-0000\u0000", "\ud83d\ude00"
        }) {
      assertThat(FollowCode.parse(text)).as(text).isEmpty();
    }
    var random = new Random(SEED);
    IntStream.range(0, 5_000)
        .mapToObj(each ->
            random
                .ints(random.nextInt(40), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString())
        .forEach(text ->
            FollowCode.parse(text).ifPresent(each -> assertThat(each.digits()).hasSize(21)));
  }

  @Test
  void isNotPrinted() {
    FollowCode code = drawn(new Random(SEED));
    assertThat(code).asString().doesNotContain(code.digits());
  }
}
