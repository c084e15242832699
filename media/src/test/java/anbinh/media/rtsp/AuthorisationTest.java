package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorisationTest {
  /// The example of RFC 7616 §3.9.1.
  private static final String EXAMPLE =
      "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

  private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");
  private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  @Test
  void answersTheStandardsMd5Example() {
    String field = choose(EXAMPLE.formatted("MD5")).orElseThrow().field("GET", "/dir/index.html");

    assertThat(field)
        .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
        .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"")
        .contains("uri=\"/dir/index.html\"")
        .contains("algorithm=MD5")
        .contains("qop=auth, nc=00000001")
        .contains("cnonce=\"" + CLIENT_NONCE + "\"")
        .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  void answersTheStandardsSha256Example() {
    assertThat(choose(EXAMPLE.formatted("SHA-256")).orElseThrow().field("GET", "/dir/index.html"))
        .contains("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")
        .contains("algorithm=SHA-256");
  }

  @Test
  void answersWithoutQopAsOldCamerasWant() {
    Credentials credentials = new Credentials("Mufasa", "Circle Of Life");
    String challenge =
        "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";

    String field =
        Authorisation.choose(
                Challenge.parse(List.of(challenge)), credentials, false, () -> CLIENT_NONCE)
            .orElseThrow()
            .field("GET", "/dir/index.html");

    assertThat(field)
        .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
        .doesNotContain("qop")
        .doesNotContain("cnonce")
        .doesNotContain("algorithm");
  }

  @Test
  void hashesTheNoncesIntoTheSecretForSessions() {
    String challenge = "Digest realm=\"r\", nonce=\"n\", algorithm=MD5-sess, qop=auth";
    String secret = DigestAlgorithm.MD5.hash("Mufasa:r:Circle of Life");
    String session = DigestAlgorithm.MD5.hash(secret + ":n:" + CLIENT_NONCE);
    String request = DigestAlgorithm.MD5.hash("PLAY:rtsp://h/");

    assertThat(choose(challenge).orElseThrow().field("PLAY", "rtsp://h/"))
        .contains("algorithm=MD5-sess")
        .contains(
            DigestAlgorithm.MD5.hash(session + ":n:00000001:" + CLIENT_NONCE + ":auth:" + request));
  }

  /// RFC 7616 §3.4.3: the hash of the body, here an empty one, is part of what is proved.
  @Test
  void provesTheEmptyBodyWhereOnlyThatIsOffered() {
    String secret = DigestAlgorithm.MD5.hash("Mufasa:r:Circle of Life");
    String request = DigestAlgorithm.MD5.hash("PLAY:rtsp://h/:d41d8cd98f00b204e9800998ecf8427e");

    for (String quoted : List.of("auth-int", "\"auth-int\"", "\"AUTH-INT\"")) {
      assertThat(
              choose("Digest realm=\"r\", nonce=\"n\", qop=" + quoted)
                  .orElseThrow()
                  .field("PLAY", "rtsp://h/"))
          .contains("qop=auth-int, nc=00000001")
          .contains(
              DigestAlgorithm.MD5.hash(
                  secret + ":n:00000001:" + CLIENT_NONCE + ":auth-int:" + request));
    }
    assertThat(
            choose("Digest realm=r, nonce=n, qop=\"auth-int, auth\"").orElseThrow().field("A", "b"))
        .contains("qop=auth, ");
  }

  @Test
  void countsItsRequests() {
    Authorisation authorisation = choose(EXAMPLE.formatted("MD5")).orElseThrow();

    assertThat(authorisation.field("OPTIONS", "a")).contains("nc=00000001");
    assertThat(authorisation.field("OPTIONS", "a")).contains("nc=00000002");
  }

  @Test
  void prefersTheStrongerDigest() {
    List<Challenge> offered =
        Challenge.parse(
            List.of(
                "Basic realm=\"r\"",
                "Digest realm=\"r\", nonce=\"n\"",
                "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256"));

    assertThat(
            Authorisation.choose(offered, MUFASA, true, () -> "c")
                .orElseThrow()
                .field("PLAY", "rtsp://h/"))
        .contains("algorithm=SHA-256");
  }

  @Test
  void sendsBasicOnlyWhenAllowed() {
    List<Challenge> offered = Challenge.parse(List.of("Basic realm=\"r\""));
    Credentials aladdin = new Credentials("Aladdin", "open sesame");

    assertThat(Authorisation.choose(offered, aladdin, false, () -> "c")).isEmpty();
    assertThat(Authorisation.offersBasicOnly(offered)).isTrue();
    assertThat(
            Authorisation.choose(offered, aladdin, true, () -> "c")
                .orElseThrow()
                .field("PLAY", "rtsp://h/"))
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void doesNotAnswerWhatItCannot() {
    assertThat(choose("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256")).isEmpty();
    assertThat(choose("Digest realm=\"r\"")).as("without a nonce").isEmpty();
    assertThat(choose("Negotiate")).isEmpty();
    assertThat(Authorisation.offersBasicOnly(List.of())).isFalse();
    assertThat(Authorisation.offersBasicOnly(Challenge.parse(List.of("Digest nonce=n, Basic"))))
        .isFalse();
  }

  @Test
  void escapesQuotationMarks() {
    Credentials credentials = new Credentials("a\"b\\c", "x");

    assertThat(
            Authorisation.choose(
                    Challenge.parse(List.of("Digest nonce=n")), credentials, false, () -> "c")
                .orElseThrow()
                .field("PLAY", "rtsp://h/"))
        .contains("username=\"a\\\"b\\\\c\"");
  }

  @Test
  void tellsNothingInTextForm() {
    assertThat(choose(EXAMPLE.formatted("MD5")).orElseThrow().toString())
        .isEqualTo("Authorisation[digest]");
    assertThat(MUFASA.toString()).contains("Mufasa").doesNotContain("Circle");
  }

  private static Optional<Authorisation> choose(String challenge) {
    return Authorisation.choose(
        Challenge.parse(List.of(challenge)), MUFASA, false, () -> CLIENT_NONCE);
  }
}
