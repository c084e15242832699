package anbinh.recording.watch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.recording.RecordingFixture;
import anbinh.recording.Span;
import anbinh.recording.TestCamera;
import anbinh.recording.referral.FootageReferralTests;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Previews and referrals, on a server where footage is fresh for a few seconds only.
class PreviewIT extends FootageReferralTests {
  private static final Duration FRESH = Duration.ofSeconds(20);

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.recording.segment=5s",
          "anbinh.identity.fresh-footage=" + FRESH.toSeconds() + "s");

  private static final Pattern FROM = Pattern.compile("\"from\":\"([^\"]+)\"");
  private static final Pattern TO = Pattern.compile("\"to\":\"([^\"]+)\"");

  private static @Nullable RecordingFixture made;
  private static @Nullable TestCamera source;
  private static String camera = "";

  @BeforeAll
  static void record() throws Exception {
    RecordingFixture world = new RecordingFixture(SERVER);
    made = world;
    source = TestCamera.showingPlate("36A 12345");
    camera = world.addCamera("Cổng chợ", source.address());
    world.awaitRecorded(camera, FRESH.plusSeconds(4));
  }

  @AfterAll
  static void stopCamera() {
    Objects.requireNonNull(source).close();
  }

  @Override
  protected TestServer server() {
    return SERVER;
  }

  @Override
  protected RecordingFixture fixture() {
    return world();
  }

  @Override
  protected String cameraId() {
    return camera;
  }

  @Override
  protected Instant freshMoment() {
    return fresh();
  }

  private static RecordingFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void isASmallPictureOfTheLastKeyPicture() throws IOException {
    TestClient officer = officer("xem-nho");
    Instant at = fresh().plusMillis(500);
    Answer preview = officer.get(preview(at));
    assertThat(preview.status()).as(preview.text()).isEqualTo(200);
    BufferedImage picture =
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(preview.response().body())));
    assertThat(picture.getWidth()).isEqualTo(320);
    assertThat(picture.getHeight()).isEqualTo(180);
    assertThat(preview.header("Cache-Control")).hasValue("no-store");
    Instant shown = shown(preview);
    JsonNode frames =
        officer
            .get(path("frames") + "?from=" + shown.minusMillis(1) + "&to=" + at.plusMillis(1))
            .json()
            .path("frames");
    assertThat(frames).isNotEmpty();
    for (JsonNode frame : frames) {
      Instant taken = RecordingFixture.instant(frame, "at");
      assertThat(frame.path("key").asBoolean()).as("%s", taken).isEqualTo(taken.equals(shown));
    }
  }

  /// Who moves the time line over an hour is in the log with that hour, whatever they ask for in
  /// it, and not with every picture; inside what they play there is nothing more to say.
  @Test
  void isInTheLogWithItsHourOrWithWhatIsPlayed() throws Exception {
    TestClient scrubbing = officer("xem-luot");
    Instant begin = fresh();
    List<Instant> shown =
        List.of(
            shown(scrubbing.get(preview(begin))),
            shown(scrubbing.get(preview(begin.plusMillis(900)))),
            shown(scrubbing.get(preview(begin.plusMillis(2_000)))),
            shown(scrubbing.get(preview(begin))));
    List<Span> logged = watched("xem-luot");
    assertThat(logged).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates();
    assertThat(shown)
        .allSatisfy(at ->
            assertThat(logged)
                .anySatisfy(span -> {
                  assertThat(at).isBetween(span.from(), span.to());
                  assertThat(span.length()).isEqualTo(Duration.ofHours(1));
                }));

    TestClient playing = officer("xem-phat");
    Instant from = fresh();
    Instant to = from.plusSeconds(3);
    assertThat(playing.get(path("video.mp4") + "?from=" + from + "&to=" + to).status())
        .isEqualTo(200);
    assertThat(shown(playing.get(preview(from.plusSeconds(2))))).isBetween(from, to);
    assertThat(watched("xem-phat")).containsExactly(new Span(from, to));
  }

  /// A key picture is older than what was asked for: it must not be older than what may be seen.
  @Test
  void isNeverOlderThanWhatMayBeSeen() throws InterruptedException {
    TestClient officer = officer("xem-cu");
    int refused = 0;
    // Over more than the second between two key pictures.
    for (int tried = 0; tried < 20; tried++) {
      Thread.sleep(60);
      Instant oldest = Instant.now().minus(FRESH);
      Answer answer = officer.get(preview(oldest.plusMillis(250)));
      if (answer.status() == 200) {
        assertThat(shown(answer)).isAfterOrEqualTo(oldest);
      } else {
        assertThat(answer.code()).isEqualTo("no-current-case");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void isShownToNobodyOfAnotherAreaOrRoleAndThatIsInTheLog() {
    long before = refusals();
    assertThat(world().stranger.get(preview(fresh())).code()).isEqualTo("not-your-area");
    assertThat(world().auditor.get(preview(fresh())).code()).isEqualTo("not-your-role");
    assertThat(officer("xem-xua").get(preview(fresh().minusSeconds(3_600))).code())
        .as("before whether it is recorded")
        .isEqualTo("no-current-case");
    assertThat(refusals()).isEqualTo(before + 3);
  }

  @Test
  void countsWhatIsRecordedOfEachDay() {
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    LocalDate today = LocalDate.now(zone);
    String days = path("recorded-days") + "?month=";
    JsonNode items = world().officer.get(days + YearMonth.from(today)).json().path("items");
    JsonNode last = items.get(items.size() - 1);
    assertThat(LocalDate.parse(last.path("day").asString())).isAfterOrEqualTo(today);
    long recorded = 0;
    for (JsonNode day : items) {
      recorded += day.path("recordedMillis").asLong();
      assertThat(day.path("recordedMillis").asLong())
          .isLessThanOrEqualTo(day.path("dayMillis").asLong());
    }
    assertThat(recorded).isGreaterThanOrEqualTo(FRESH.toMillis());
    assertThat(last.path("dayMillis").asLong()).isLessThanOrEqualTo(Duration.ofDays(1).toMillis());
    assertThat(world().officer.get(days + YearMonth.from(today).plusMonths(1)).json().path("items"))
        .isEmpty();
    assertThat(world().officer.get(days + "0001-01").json().path("items")).isEmpty();
    assertThat(world().officer.get(days + "2026-13").status()).isEqualTo(400);
    assertThat(world().stranger.get(days + YearMonth.from(today)).code())
        .isEqualTo("not-your-area");
  }

  /// Recorded, and to be seen without a case for some seconds more.
  private static Instant fresh() {
    return Instant.now().minus(FRESH.dividedBy(2)).truncatedTo(ChronoUnit.MILLIS);
  }

  private static TestClient officer(String name) {
    SERVER.person(name, world().commune, Role.DUTY_OFFICER);
    return SERVER.signedIn(name);
  }

  private static String path(String what) {
    return "/api/cameras/" + camera + "/" + what;
  }

  private static String preview(Instant at) {
    return path("preview.jpg") + "?at=" + at;
  }

  private static Instant shown(Answer preview) {
    assertThat(preview.status()).as(preview.text()).isEqualTo(200);
    return Instant.parse(preview.header("X-Anbinh-Frame-At").orElseThrow());
  }

  /// What the log says that somebody watched.
  private static List<Span> watched(String username) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select convert_from(record, 'UTF8') from audit.event
            where type = 'recording.watched'
              and actor_id = (select id from identity.person where username = ?)
            """)
        .param(username)
        .query(String.class)
        .list()
        .stream()
        .map(record -> Objects.requireNonNull(record))
        .map(record -> new Span(found(FROM, record), found(TO, record)))
        .toList();
  }

  private static Instant found(Pattern pattern, String record) {
    var matcher = pattern.matcher(record);
    assertThat(matcher.find()).as(record).isTrue();
    return Instant.parse(matcher.group(1));
  }

  private static long refusals() {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where refused")
        .query(Long.class)
        .single();
  }
}
