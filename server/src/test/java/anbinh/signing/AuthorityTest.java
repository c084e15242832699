package anbinh.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A time-stamp authority that behaves, and one that does not.
class AuthorityTest {
  private static final byte[] SEAL =
      "{\"format\":\"anbinh.seal/1\"}".getBytes(StandardCharsets.UTF_8);

  private static TestAuthority server;

  @BeforeAll
  static void startAuthority() throws Exception {
    server = new TestAuthority();
  }

  @AfterAll
  static void stopAuthority() {
    server.close();
  }

  @BeforeEach
  void isGood() {
    server.mood = TestAuthority.Mood.GOOD;
  }

  @Test
  void givesAStampThatOpensslAccepts() throws Exception {
    try (Authority authority = authority(null, server.root())) {
      Authority.Stamp stamp = authority.stamp(SEAL);
      assertThat(server.accepts(SEAL, stamp.response().toArray())).isTrue();
      assertThat(server.accepts(new byte[] {1}, stamp.response().toArray())).isFalse();
      assertThat(stamp.authority()).isEqualTo("CN=Authority");
      assertThat(Duration.between(stamp.read().time(), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void asksForThePolicyThatIsSet() throws Exception {
    try (Authority authority = authority("1.2.3.4.2", null)) {
      assertThat(authority.stamp(SEAL).read().policy()).isEqualTo("1.2.3.4.2");
    }
    try (Authority authority = authority("1.2.3.4.9", null)) {
      assertThatThrownBy(() -> authority.stamp(SEAL)).isInstanceOf(StampFailure.class);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void takesNoOtherAnswerAndComesBackInTime(TestAuthority.Mood mood) throws Exception {
    try (Authority authority = authority(null, null)) {
      assertThat(authority.stamp(SEAL).read().isSigned()).isTrue();
      server.mood = mood;
      long start = System.nanoTime();
      assertThatThrownBy(() -> authority.stamp(SEAL))
          .isInstanceOf(StampFailure.class)
          .hasMessageContaining(server.uri().toString());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      server.mood = TestAuthority.Mood.GOOD;
    }
  }

  @Test
  void takesNoStampThatDoesNotLeadToATrustedCertificate(@TempDir Path folder) throws Exception {
    try (var stranger = new TestAuthority();
        Authority authority = authority(null, stranger.root())) {
      assertThatThrownBy(() -> authority.stamp(SEAL))
          .isInstanceOf(StampFailure.class)
          .hasMessageContaining("anbinh.signing.timestamp.trust");
    }
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    URI nowhere = URI.create("http://127.0.0.1:9/tsr");
    try (Authority authority = Authority.of(nowhere, settings(nowhere, null, null))) {
      assertThatThrownBy(() -> authority.stamp(SEAL)).hasMessageContaining("cannot be asked");
    }
  }

  @Test
  void refusesSettingsThatCannotWork(@TempDir Path folder) throws Exception {
    for (String url : new String[] {"ftp://tsa.example/", "tsa.example", "http:///x"}) {
      URI uri = URI.create(url);
      assertThatThrownBy(() -> Authority.of(uri, settings(uri, null, null)))
          .as(url)
          .isInstanceOf(StartFailure.class);
    }
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertThatThrownBy(() -> authority(null, empty)).hasMessageContaining("empty.pem");
    assertThatThrownBy(() -> authority(null, folder.resolve("missing.pem")))
        .isInstanceOf(StartFailure.class);
  }

  private static Authority authority(@Nullable String policy, @Nullable Path trust) {
    return Authority.of(server.uri(), settings(server.uri(), policy, trust));
  }

  private static TimestampSettings settings(
      URI url, @Nullable String policy, @Nullable Path trust) {
    return new TimestampSettings(
        url,
        policy,
        trust,
        Duration.ofSeconds(5),
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        Duration.ofHours(1));
  }
}
