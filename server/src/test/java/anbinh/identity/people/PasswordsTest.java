package anbinh.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void theSamePasswordMatchesAndAnotherDoesNot() {
    String hash = passwords.hash("mèo ngủ trên mái nhà");
    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("mèo ngủ trên mái nhà", hash)).isTrue();
    assertThat(passwords.matches("meo ngu tren mai nha", hash)).isFalse();
    assertThat(passwords.hash("mèo ngủ trên mái nhà")).isNotEqualTo(hash);
  }

  @Test
  void keyboardsMayComposeVietnameseLettersAsTheyLike() {
    String composed = Normalizer.normalize("ộ ệ ữ ẵ mật khẩu", Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
  }

  @Test
  void lettersBeyondBcryptsSeventyTwoBytesCount() {
    String start = "ậ".repeat(60);
    String hash = passwords.hash(start + "1");
    assertThat(passwords.matches(start + "2", hash)).isFalse();
  }

  @Test
  void nobodyHasAPassword() {
    assertThat(passwords.matches("nobody has this password", null)).isFalse();
  }

  @Test
  void lengthIsCountedInCharacters() {
    String twelve = "ậmèongủrồiạẫ";
    assertThat(passwords.problems("p", twelve.substring(1), "lan")).hasSize(1);
    assertThat(passwords.problems("p", twelve, "lan")).isEmpty();
    assertThat(passwords.problems("p", twelve + "a".repeat(244), "lan")).isEmpty();
    assertThat(passwords.problems("p", twelve + "a".repeat(245), "lan")).hasSize(1);
    assertThat(passwords.problems("p", "Nguyen.Van.An", "nguyen.van.an"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("password-is-username"));
  }

  @Test
  void whatIsEasilyGuessedIsRefused() {
    for (String easy : new String[] {"Password1234", "nguyen.van.an1", "ＡｎＢｉｎｈ@2026!"}) {
      assertThat(passwords.problems("p", easy, "nguyen.van.an"))
          .as(easy)
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isEqualTo("password-guessable"));
    }
  }
}
