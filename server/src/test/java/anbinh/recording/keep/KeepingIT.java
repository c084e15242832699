package anbinh.recording.keep;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Finding;
import anbinh.recording.RecordingWorld;
import anbinh.recording.Recordings;
import anbinh.recording.Span;
import anbinh.recording.TestCamera;
import anbinh.recording.store.SegmentTable;
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

  private static @Nullable RecordingWorld made;
  private static String camera = "";

  /// The camera whose footage retention deletes in a test, which the log remembers.
  private static String expiring = "";

  /// A segment's row.
  private record Row(UUID id, String file, Instant start, Instant end) {}

  @BeforeAll
  static void record() throws Exception {
    RecordingWorld world = new RecordingWorld(SERVER);
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
        "insert into recording.deleted_segment (id, camera_id, start_at, end_at, sha256, deleted_at)"
            + " select id, camera_id, start_at, end_at, sha256, now() from recording.segment"
            + " where id = '"
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
                      "\"start\":\"" + row.start() + "\"",
                      "\"end\":\"" + row.end() + "\"",
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

  private static RecordingWorld world() {
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
