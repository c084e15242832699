package anbinh.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// `./anbinh bench coverage [--gaps 17280] [--times 50]`: how long the running server takes to tell
/// what is recorded of a day on which a picture was lost every five seconds, from the request to
/// the last byte of the answer, and beside it PostgreSQL for the rows alone. Medians count.
public final class CoverageBench {
  /// A server runs for months; what its compiler does at first is not measured.
  private static final int WARM_UP = 200;

  private static final double GOAL_MILLIS = 100;
  private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(1);

  private CoverageBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    var options = new Options("bench coverage", arguments);
    int gaps = options.number("--gaps", 17_280);
    int times = options.number("--times", 50);
    options.end();
    Path data = Workplace.make().resolve("data");
    try (RecordingServer server = RecordingServer.start(data);
        Connection database = ServerDatabase.connect(data);
        HttpClient client = HttpClient.newHttpClient()) {
      UUID camera =
          UUID.fromString(server.add(List.of("rtsp://127.0.0.1:9/none"), false).getFirst());
      record(database, camera, gaps);
      HttpRequest request =
          HttpRequest.newBuilder(
                  server.address(
                      "/api/cameras/%s/coverage?from=%s&to=%s"
                          .formatted(camera, DAY, DAY.plus(LENGTH))))
              .header("Cookie", server.officer().cookieHeader())
              .build();
      var ours = new Timings();
      var rows = new Timings();
      long bytes = 0;
      for (int i = -WARM_UP; i < times; i++) {
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long took = System.nanoTime() - begun;
        if (answer.statusCode() != 200) {
          throw new IOException("the server answered " + answer.statusCode());
        }
        bytes = answer.body().length;
        long read = read(database, camera);
        if (i >= 0) {
          ours.add(took, false);
          rows.add(read, false);
        }
      }
      System.out.println("coverage answer bytes=" + bytes);
      Result result =
          Result.absolute(
              "coverage-of-a-day-ms", ours.millis(0.5), rows.millis(0.5), GOAL_MILLIS, true);
      System.out.println(result);
      System.exit(result.met() ? 0 : 1);
    }
  }

  /// Rows of three seconds that were recorded and two that were lost, one after another.
  private static void record(Connection database, UUID camera, int gaps) throws SQLException {
    double step = (double) LENGTH.toSeconds() / gaps;
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into recording.segment (id, camera_id, file, start_at, end_at, duration_ticks,
              size_bytes, frames, sha256, sample_index, codec, codecs, width, height,
              reorder_depth, parameter_sets, ended, follows, start_error_nanos, stretch_nanos,
              time_source, camera_rate_ppm, damaged_frames, event_id)
            select gen_random_uuid(), ?, 'made/' || n, ?::timestamptz + n * ? * interval '1 s',
              ?::timestamptz + (n + 0.6) * ? * interval '1 s', 1, 1, 1, sha256(''), '', 'H264', 'avc1.4D401F',
              1, 1, 0, '{}', 'CLOSED', false, 0, 0, 'CAMERA_TIMESTAMPS', 0, 0, gen_random_uuid()
            from generate_series(0, ? - 1) n
            """)) {
      fill(insert, camera, step, gaps);
    }
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into recording.gap (camera_id, from_at, until_at, cause, detail)
            select ?, ?::timestamptz + (n + 0.6) * ? * interval '1 s', ?::timestamptz + (n + 1) * ? * interval '1 s',
              'LOSS', '' from generate_series(0, ? - 1) n
            """)) {
      fill(insert, camera, step, gaps);
    }
    database.commit();
  }

  private static void fill(PreparedStatement insert, UUID camera, double step, int gaps)
      throws SQLException {
    insert.setObject(1, camera);
    insert.setTimestamp(2, Timestamp.from(DAY));
    insert.setDouble(3, step);
    insert.setTimestamp(4, Timestamp.from(DAY));
    insert.setDouble(5, step);
    insert.setInt(6, gaps);
    insert.executeUpdate();
  }

  /// Reads the same rows.
  private static long read(Connection database, UUID camera) throws SQLException {
    long begun = System.nanoTime();
    for (String sql :
        List.of(
            "select start_at, end_at from recording.segment where camera_id = ? and start_at >= ?"
                + " and start_at < ? order by start_at",
            "select from_at, until_at, cause, detail from recording.gap where camera_id = ?"
                + " and from_at >= ? and from_at < ? order by from_at")) {
      try (PreparedStatement select = database.prepareStatement(sql)) {
        select.setObject(1, camera);
        select.setTimestamp(2, Timestamp.from(DAY));
        select.setTimestamp(3, Timestamp.from(DAY.plus(LENGTH)));
        select.executeQuery().close();
      }
    }
    database.commit();
    return System.nanoTime() - begun;
  }
}
