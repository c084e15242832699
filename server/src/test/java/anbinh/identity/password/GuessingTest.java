package anbinh.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessingTest {
  private static final Guessing GUESSING = new Guessing();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012",
        "passwordpassword",
        "Password1234",
        "P@ssw0rd2026",
        "qwertyuiop12",
        "1q2w3e4r5t6y",
        "iloveyou1234",
        "administrator",
        "unbelievable",
        "aaaaaaaaaaaa",
        "matkhau12345",
        "AnBinh@2026!",
        "congan123456",
        "thanhhoa2026",
        "nguyen.van.an1"
      })
  void whatEverybodyTriesFirstIsEasy(String password) {
    assertThat(GUESSING.isEasy(password, "nguyen.van.an")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ba con mèo ngủ",
        "mưa rơi trên mái tôn cũ",
        "a long pass phrase for the trial",
        "kfj38dhcmzpq92ab4nre",
        "بيت صغير قرب النهر"
      })
  void sentencesAndRandomLettersAreNot(String password) {
    assertThat(GUESSING.isEasy(password, "nguyen.van.an")).isFalse();
  }
}
