package anbinh.recording.retention;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Finding;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.GapCause;
import anbinh.recording.RecordingFixture;
import anbinh.recording.Span;
import anbinh.recording.TestCamera;
import anbinh.recording.footage.Recordings;
import anbinh.recording.store.SegmentTable;
import anbinh.seal.log.EventRecord;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What becomes of recorded footage: what retention deletes and what it leaves, and which
/// disagreement of files, rows and log the check names. Every test finds the same few real segments
/// of two cameras that are off again, and leaves them as they were.
class KeepingIT {
  @RegisterExtension static final TestServer SERVER = new TestServer("anbinh.recording.segment=5s");

  private static @Nullable RecordingFixture made;
  private static String camera = "";

  /// The camera whose footage retention deletes in a test, which the log remembers.
  private static String expiring = "";

  /// A segment's row.
  private record Row(UUID id, String file, Instant start, Instant end) {}

  @BeforeAll
  static void record() throws Exception {
    RecordingFixture world = new RecordingFixture(SERVER);
    made = world;
    try (TestCamera source = TestCamera.start()) {
      camera = world.addCamera("Cổng chợ", source.address());
      expiring = world.addCamera("Ngã ba", source.another("crossing").uri());
      for (String one : List.of(camera, expiring)) {
        until("three closed segments", () -> rows(one).size() >= 3);
        world.change(one, Map.of("recording", false));
        until("the row of the last", () -> isClosed(one));
      }
    }
  }

  private static boolean isClosed(String camera) {
    Instant now = Instant.now();
    return SERVER
        .bean(Recordings.class)
        .isClosed(UUID.fromString(camera), new Span(now.minusSeconds(600), now.minusMillis(1)));
  }

  /// The tables and files as they were before the test.
  private final List<String> tables =
      List.of("recording.segment", "recording.deleted_segment", "recording.hold", "recording.gap");

  private final Path kept = SERVER.data().resolve("kept-recordings");

  @BeforeEach
  void keep() throws IOException {
    for (String table : tables) {
      sql("create table kept_" + table.substring(10) + " as table " + table);
    }
    for (Row row : allRows()) {
      Path copy = kept.resolve(row.file());
      Files.createDirectories(copy.getParent());
      Files.copy(file(row), copy);
    }
  }

  @AfterEach
  void bringBack() throws IOException {
    for (String table : tables) {
      sql("delete from " + table);
      sql("insert into " + table + " select * from kept_" + table.substring(10));
      sql("drop table kept_" + table.substring(10));
    }
    for (Row row : allRows()) {
      Files.deleteIfExists(file(row));
      Files.move(kept.resolve(row.file()), file(row));
    }
  }

  @Test
  void theCheckIsContentWithWhatWasRecorded() {
    var findings = new ArrayList<Finding>();
    assertThat(SERVER.bean(FootageCheck.class).run(findings::add)).isEqualTo(allRows().size());
    assertThat(findings).isEmpty();
  }

  @Test
  void theCheckNamesAFileThatIsGone() throws IOException {
    Row row = rows(camera).get(1);
    Files.delete(file(row));
    assertThat(check()).containsExactly(new Finding(row.file(), "is gone from the disk"));
  }

  @Test
  void theCheckNamesAFileOfAnotherLength() throws IOException {
    Row row = rows(camera).get(1);
    byte[] bytes = Files.readAllBytes(file(row));
    Files.write(file(row), Arrays.copyOf(bytes, bytes.length - 7));
    assertThat(check())
        .containsExactly(
            new Finding(
                row.file(), "has " + (bytes.length - 7) + " bytes instead of " + bytes.length));
  }

  @Test
  void theCheckNamesAFileOfWhichOneBitWasChanged() throws IOException {
    Row row = rows(camera).get(1);
    byte[] bytes = Files.readAllBytes(file(row));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(row), bytes);
    assertThat(check())
        .containsExactly(new Finding(row.file(), "was altered: its SHA-256 differs"));
  }

  /// Somebody with the disk and the database: file, row and chain agree, and only the log knows.
  @Test
  void theCheckNamesAFileThatWasReplacedTogetherWithItsRowAndTheChain() throws Exception {
    List<Row> rows = rows(camera);
    Row row = rows.get(1);
    byte[] bytes = Files.readAllBytes(file(row));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(row), bytes);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    database()
        .sql("update recording.segment set sha256 = ? where id = ?")
        .params(hash, row.id())
        .update();
    database()
        .sql("update recording.segment set previous_sha256 = ? where id = ?")
        .params(hash, rows.get(2).id())
        .update();
    assertThat(check())
        .containsExactly(new Finding("segment " + row.id(), "has another SHA-256 in the log"));
  }

  @Test
  void theCheckNamesASegmentThatSomebodyRemovedFromTheMiddle() throws IOException {
    List<Row> rows = rows(camera);
    remove(rows.get(1));
    assertThat(check())
        .containsExactly(
            new Finding(
                rows.get(2).file(),
                "names a segment before it that is gone without having been deleted"),
            new Finding(
                "segment " + rows.get(1).id(),
                "is in the log, and gone without having been deleted"));
  }

  /// The newest has no successor that names it.
  @Test
  void theCheckNamesASegmentThatSomebodyRemovedFromTheEnd() throws IOException {
    Row last = rows(camera).getLast();
    remove(last);
    assertThat(check())
        .containsExactly(
            new Finding(
                "segment " + last.id(), "is in the log, and gone without having been deleted"));
  }

  @Test
  void theCheckNamesASegmentThatIsPassedOffAsDeletedByRetention() throws IOException {
    Row row = rows(camera).get(1);
    sql(
        "insert into recording.deleted_segment (id, camera_id, start_at, end_at, sha256,"
            + " deleted_at) select id, camera_id, start_at, end_at, sha256, now() from"
            + " recording.segment where id = '"
            + row.id()
            + "'");
    remove(row);
    assertThat(check())
        .containsExactly(
            new Finding("segment " + row.id(), "was deleted without an entry of the log"));
  }

  @Test
  void theCheckNamesARowThatTheLogDoesNotKnow() {
    Row row = rows(camera).getLast();
    UUID invented = UUID.randomUUID();
    database()
        .sql("update recording.segment set id = ? where id = ?")
        .params(invented, row.id())
        .update();
    assertThat(check())
        .containsExactly(
            new Finding(row.file(), "is not in the log"),
            new Finding(
                "segment " + row.id(), "is in the log, and gone without having been deleted"));
  }

  @Test
  void retentionLeavesWhatIsYoungerThanItsCameraKeepsIt() {
    sweep();
    assertThat(rows(camera)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(deletions(rows(camera).getFirst())).isEmpty();
  }

  @Test
  void retentionLeavesWhatIsHeldAndDeletesTheRestWithAnEntryForEach() {
    age(expiring);
    List<Row> rows = rows(expiring);
    Row held = rows.getFirst();
    Recordings recordings = SERVER.bean(Recordings.class);
    recordings.hold(
        UUID.fromString(expiring), new Span(held.start(), held.end()), "REQ-2026-0001", null);
    sweep();

    assertThat(rows(expiring)).containsExactly(held);
    assertThat(file(held)).exists();
    for (Row row : rows.subList(1, rows.size())) {
      assertThat(file(row)).doesNotExist();
      assertThat(deletions(row))
          .singleElement()
          .satisfies(leaf ->
              assertThat(leaf)
                  .contains(
                      "\"start\":\"" + EventRecord.formatTime(row.start()) + "\"",
                      "\"end\":\"" + EventRecord.formatTime(row.end()) + "\"",
                      "\"reason\":\"RETENTION\"",
                      "\"keepDays\":30",
                      "\"camera\":\"" + expiring + "\""));
    }
    assertThat(check()).isEmpty();
    JsonNode coverage = world().coverage(expiring, held.start(), rows.getLast().end());
    assertThat(coverage.path("recorded")).hasSize(1);
    assertThat(coverage.path("gaps"))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.path("cause").asString()).isEqualTo("DELETED");
          assertThat(gap.path("from").asString()).isEqualTo(held.end().toString());
        });

    recordings.liftHolds("REQ-2026-0001", null);
    sweep();
    assertThat(rows(expiring)).isEmpty();
    assertThat(file(held)).doesNotExist();
    assertThat(check()).isEmpty();
    JsonNode all = world().coverage(expiring, held.start().minusSeconds(9), rows.getLast().end());
    assertThat(all.path("gaps").findValuesAsString("cause"))
        .containsExactly("NOT_YET_RECORDED", "DELETED");
    assertThat(all.path("earliest").isNull()).isTrue();
  }

  /// The oldest stay for a hold; that must not keep the sweep from what comes after them.
  @Test
  void manyHeldSegmentsDoNotKeepRetentionFromTheRest() {
    age(expiring);
    List<Row> rows = rows(expiring);
    Row free = rows.getLast();
    SERVER
        .bean(Recordings.class)
        .hold(
            UUID.fromString(expiring),
            new Span(rows.getFirst().start(), rows.get(rows.size() - 2).end()),
            "REQ-2026-0002",
            null);
    assertThat(
            SERVER
                .bean(SegmentTable.class)
                .listExpired(
                    UUID.fromString(expiring), Instant.now().minus(Duration.ofDays(30)), 1))
        .singleElement()
        .satisfies(row -> assertThat(row.id()).isEqualTo(free.id()));
  }

  @Test
  void aHoldPlacedWhileRetentionRunsKeepsTheSegment() {
    age(expiring);
    var segments = SERVER.bean(SegmentTable.class);
    var listed =
        segments.listExpired(
            UUID.fromString(expiring), Instant.now().minus(Duration.ofDays(30)), 10);
    Row first = rows(expiring).getFirst();
    SERVER
        .bean(Recordings.class)
        .hold(
            UUID.fromString(expiring), new Span(first.start(), first.end()), "REQ-2026-0003", null);
    assertThat(segments.delete(listed.getFirst(), Instant.now())).isFalse();
    assertThat(rows(expiring)).contains(first);
  }

  @Test
  void aFileThatIsGoneIsStatedAndAnsweredWithAProblem() throws Exception {
    List<Row> rows = rows(camera);
    Row lost = rows.get(1);
    long losses = events("footage.lost", lost);
    long finds = events("footage.found", lost);
    Files.delete(file(lost));
    assertLost(rows, "FILE_MISSING");
    assertThat(events("footage.lost", lost)).isEqualTo(losses + 1);

    Files.copy(kept.resolve(lost.file()), file(lost));
    assertThat(causes(rows.getFirst().start(), rows.getLast().end())).isEmpty();
    assertThat(events("footage.found", lost)).isEqualTo(finds + 1);
  }

  @Test
  void aFileThatIsShorterIsStatedAndAnsweredWithAProblemInsteadOfABodyThatBreaksOff()
      throws IOException {
    List<Row> rows = rows(camera);
    byte[] bytes = Files.readAllBytes(file(rows.get(1)));
    Files.write(file(rows.get(1)), Arrays.copyOf(bytes, bytes.length / 2));
    assertLost(rows, "FILE_SHORTENED");
  }

  private void assertLost(List<Row> rows, String cause) {
    Row lost = rows.get(1);
    Instant from = rows.getFirst().start();
    Instant to = rows.getLast().end();
    JsonNode gap = world().coverage(camera, from, to).path("gaps").get(0);
    assertThat(gap.path("cause").asString()).isEqualTo(cause);
    assertThat(gap.path("from").asString()).isEqualTo(lost.start().toString());
    assertThat(gap.path("to").asString()).isEqualTo(lost.end().toString());
    assertThat(causes(from, to)).containsExactly(cause);

    Answer problem = video(from, to);
    assertThat(problem.status()).as(problem.text()).isEqualTo(500);
    assertThat(problem.json().path("code").asString()).isEqualTo("footage-lost");
    assertThat(problem.json().path("lost").get(0).path("from").asString())
        .isEqualTo(lost.start().toString());
    assertThat(problem.text()).doesNotContain(lost.file());
    assertThat(video(from, lost.start()).status()).isEqualTo(200);
    assertThat(video(rows.get(2).start(), to).status()).isEqualTo(200);
  }

  /// What the collector does: the clip holds what is left, and the rest is a gap with its cause.
  @Test
  void aFileOfWhichABitWasChangedIsNotTakenIntoAClip() throws Exception {
    List<Row> rows = rows(camera);
    Row altered = rows.get(1);
    byte[] bytes = Files.readAllBytes(file(altered));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(altered), bytes);
    Recordings recordings = SERVER.bean(Recordings.class);
    UUID id = UUID.fromString(camera);
    Span asked = new Span(rows.getFirst().start(), rows.getLast().end());

    recordings.verify(id, asked);
    Coverage coverage = recordings.coverage(id, asked);
    assertThat(coverage.gaps())
        .containsExactly(
            new Coverage.Gap(new Span(altered.start(), altered.end()), GapCause.FILE_ALTERED));
    Path clip = SERVER.data().resolve("altered.mp4");
    assertThat(recordings.extract(id, asked, clip).sources())
        .extracting(Extract.Source::segmentId)
        .containsExactly(
            rows.stream()
                .map(Row::id)
                .filter(one -> !one.equals(altered.id()))
                .toArray(UUID[]::new));
    assertThat(recordings.intactVideo(id, asked).frames())
        .noneMatch(
            frame -> !frame.at().isBefore(altered.start()) && frame.at().isBefore(altered.end()));
  }

  /// The cameras were switched off in [#record]; nothing else is said of the time after, whether
  /// the server ran or not, and when it was switched on without a camera at the other end.
  @Test
  void saysWhoSwitchedRecordingOffAndWhen() {
    Instant end = rows(camera).getLast().end();
    assertSwitchedOff(world().coverage(camera, end, Instant.now()).path("gaps"));
    SERVER.stop();
    SERVER.start();
    RecordingFixture after = new RecordingFixture(world(), SERVER);
    assertSwitchedOff(after.coverage(camera, end, Instant.now()).path("gaps"));

    after.change(camera, Map.of("recording", true));
    until(
        "noted",
        () ->
            after
                .coverage(camera)
                .path("gaps")
                .findValuesAsString("cause")
                .contains("UNREACHABLE"));
    after.change(camera, Map.of("recording", false));
    until("off again", () -> after.connection(camera).equals("OFF"));
    List<String> causes =
        after.coverage(camera, end, Instant.now()).path("gaps").findValuesAsString("cause");
    assertThat(causes.getFirst()).isEqualTo("SWITCHED_OFF");
    assertThat(causes.getLast()).isEqualTo("SWITCHED_OFF");
    assertThat(causes.subList(1, causes.size() - 1))
        .contains("UNREACHABLE")
        .allMatch(cause -> List.of("STARTING", "CAMERA_DOWN", "UNREACHABLE").contains(cause));
  }

  private static void assertSwitchedOff(JsonNode gaps) {
    assertThat(gaps).as(gaps.toString()).hasSize(1);
    JsonNode gap = gaps.get(0);
    assertThat(gap.path("cause").asString()).isEqualTo("SWITCHED_OFF");
    assertThat(gap.path("switched").path("by").path("displayName").asString())
        .isEqualTo("Người quantri");
    assertThat(RecordingFixture.instant(gap.path("switched"), "at"))
        .isBetween(
            RecordingFixture.instant(gap, "from").minusSeconds(5),
            RecordingFixture.instant(gap, "from").plusSeconds(5));
  }

  /// A day on which a picture was lost every five seconds. It took more than eleven seconds.
  @Test
  void aDayOf17280GapsIsToldAtOnce() {
    UUID id = UUID.fromString(camera);
    Instant day = Instant.parse("2026-01-05T00:00:00Z");
    database()
        .sql(
            """
            insert into recording.segment select gen_random_uuid(), camera_id, 'made/' || n,
              ?::timestamptz + n * interval '5 s', ?::timestamptz + n * interval '5 s' + interval '3 s',
              duration_ticks, size_bytes, frames, sha256, previous_sha256, sample_index, codec,
              codecs, width, height, reorder_depth, parameter_sets, ended, follows,
              start_error_nanos, stretch_nanos, camera_clock_method, camera_clock_offset_nanos,
              camera_clock_uncertainty_nanos, camera_clock_reports, event_id, time_source,
              time_uncertainty_nanos, camera_rate_ppm, damaged_frames
            from generate_series(0, 17279) n, (select * from recording.segment where id = ?) s
            """)
        .params(Timestamp.from(day), Timestamp.from(day), rows(camera).getFirst().id())
        .update();
    database()
        .sql(
            """
            insert into recording.gap select ?, ?::timestamptz + n * interval '5 s' + interval '3 s',
              ?::timestamptz + n * interval '5 s' + interval '5 s', 'LOSS', ''
            from generate_series(0, 17279) n
            """)
        .params(id, Timestamp.from(day), Timestamp.from(day))
        .update();
    Span asked = new Span(day, day.plus(Duration.ofDays(1)));
    Recordings recordings = SERVER.bean(Recordings.class);
    Duration best = Duration.ofDays(1);
    for (int round = 0; round < 8; round++) {
      long begun = System.nanoTime();
      assertThat(recordings.coverage(id, asked).gaps()).hasSize(17_280);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      best = took.compareTo(best) < 0 ? took : best;
    }
    // Less than a tenth of a second on a quiet machine; tests run beside each other.
    assertThat(best).isLessThan(Duration.ofSeconds(1));
  }

  private static List<String> causes(Instant from, Instant to) {
    return world().coverage(camera, from, to).path("gaps").findValuesAsString("cause");
  }

  private static Answer video(Instant from, Instant to) {
    return world().officer.get("/api/cameras/" + camera + "/video.mp4?from=" + from + "&to=" + to);
  }

  private static long events(String type, Row row) {
    return database()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, row.id().toString())
        .query(Long.class)
        .single();
  }

  /// As an open gap of another cause before the kill would explain every hole that comes after it.
  @Test
  void endsTheGapsThatAKilledServerLeftOpen() {
    Instant from = Instant.now().minusSeconds(30);
    database()
        .sql(
            "insert into recording.gap (camera_id, from_at, cause, detail)"
                + " values (?::uuid, ?, 'NOT_FOUND', '')")
        .params(camera, Timestamp.from(from))
        .update();
    SERVER.stop();
    SERVER.start();
    assertThat(
            database()
                .sql("select count(*) from recording.gap where until_at is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static RecordingFixture world() {
    return Objects.requireNonNull(made);
  }

  private static void sweep() {
    SERVER.bean(Retention.class).sweep();
  }

  private static List<Finding> check() {
    var findings = new ArrayList<Finding>();
    SERVER.bean(FootageCheck.class).run(findings::add);
    return findings;
  }

  private static List<Row> allRows() {
    return Stream.concat(rows(camera).stream(), rows(expiring).stream()).toList();
  }

  private static List<Row> rows(String camera) {
    return database()
        .sql(
            "select id, file, start_at, end_at from recording.segment where camera_id = ?::uuid"
                + " order by start_at")
        .param(camera)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /// Makes all that is recorded of a camera older than it may become.
  private static void age(String camera) {
    database()
        .sql(
            "update recording.segment set start_at = start_at - interval '40 days',"
                + " end_at = end_at - interval '40 days' where camera_id = ?::uuid")
        .param(camera)
        .update();
  }

  private static void remove(Row row) throws IOException {
    database().sql("delete from recording.segment where id = ?").param(row.id()).update();
    Files.delete(file(row));
  }

  private static List<String> deletions(Row row) {
    return database()
        .sql(
            "select convert_from(record, 'UTF8') from audit.event"
                + " where type = 'segment.deleted' and object_id = ?")
        .param(row.id().toString())
        .query((found, number) -> found.getString(1))
        .list();
  }

  private static Path file(Row row) {
    return SERVER.data().resolve("recordings").resolve(row.file());
  }

  private static void sql(String statement) {
    database().sql(statement).update();
  }

  private static JdbcClient database() {
    return SERVER.database().client();
  }
}
