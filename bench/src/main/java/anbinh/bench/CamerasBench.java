package anbinh.bench;

import anbinh.AnBinh;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cameras.view.FieldsOfView;
import anbinh.e2e.ApiClient;
import anbinh.identity.AreaScope;
import anbinh.recording.Span;
import anbinh.recording.find.Candidate;
import anbinh.recording.find.CandidateFinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// `./anbinh bench cameras [--cameras 136000] [--questions 2000]`: which cameras could have seen a
/// place at a time, and does the footage still exist? Ours is the server's own finder on its
/// embedded PostgreSQL, with a generated register that came in through the API as a list; the peer
/// is PostGIS with the same data. Both answer the same questions in turns, and must agree.
public final class CamerasBench {
  private static final int WARM_UP = 500;
  private static final int MINUTES = 60;
  private static final long SEED = 20_261_125;
  private static final double MAX_MILLIS = 10;

  /// Arcs of the peer's polygons run up to two centimetres inside the circle, and UTM is up to four
  /// in ten thousand off in length: cameras so near the tolerance may fall on either side.
  private static final double BORDER_METRES = 0.06;

  private static final double DISTANCE_SHARE = 0.001;

  private final ConfigurableApplicationContext server;
  private final Path data;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(7_200);

  private CamerasBench(ConfigurableApplicationContext server, Path data) {
    this.server = server;
    this.data = data;
  }

  public static void main(String[] arguments) throws Exception {
    var options = new Options("bench cameras", arguments);
    int cameras = options.number("--cameras", 136_000);
    int questions = options.number("--questions", 2_000);
    options.end();
    Path folder = Workplace.make();
    boolean met = run(folder, cameras, questions);
    System.exit(met ? 0 : 1);
  }

  private static boolean run(Path folder, int cameras, int questions) throws Exception {
    Path data = folder.resolve("data");
    var application = new SpringApplication(AnBinh.class);
    try (ConfigurableApplicationContext server =
            application.run(
                "--anbinh.data=" + data,
                "--server.port=0",
                "--logging.level.anbinh=warn",
                "--anbinh.cameras.allowed-addresses=127.0.0.0/8");
        PostgisServer postgis = PostgisServer.start(folder.resolve("postgis"))) {
      var bench = new CamerasBench(server, data);
      bench.register(cameras);
      bench.recordAnHour();
      bench.withdrawSome();
      try (Connection ours = bench.connect();
          PostgisFinder peer = PostgisFinder.fill(postgis, ours)) {
        return bench.measure(peer, bench.questions(ours, WARM_UP + questions));
      }
    }
  }

  private Connection connect() throws SQLException {
    return server.getBean(DataSource.class).getConnection();
  }

  private void register(int cameras) throws IOException {
    Areas areas = server.getBean(Areas.class);
    for (int commune = 0; commune < GeneratedCameras.COMMUNES; commune++) {
      var _ =
          areas.create(
              new NewArea(
                  "X-%03d".formatted(commune),
                  "Generated commune " + commune,
                  AreaKind.COMMUNE,
                  null),
              null);
    }
    String list = new GeneratedCameras(SEED).list(cameras, cameras / 10);
    int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    try (var administrator = new ApiClient(URI.create("http://127.0.0.1:" + port))) {
      String first = Files.readString(data.resolve("first-administrator-password")).strip();
      administrator.signInFirst("admin", first, "a long pass phrase for measuring");
      long begun = System.nanoTime();
      administrator.postAs("/api/cameras/import/check", list, "text/csv").orThrow();
      long checked = System.nanoTime();
      administrator.postAs("/api/cameras/import", list, "text/csv").orThrow();
      System.out.printf(
          Locale.ROOT,
          "list of %d generated cameras, %.1f MiB: checked in %.1f s, taken in %.1f s%n",
          cameras,
          list.length() / 1048576.0,
          (checked - begun) / 1e9,
          (System.nanoTime() - checked) / 1e9);
    }
  }

  /// Segments of a minute for every connected camera over an hour, one minute in ten missing.
  private void recordAnHour() throws SQLException {
    try (Connection connection = connect();
        var insert =
            connection.prepareStatement(
                """
                insert into recording.segment (id, camera_id, file, start_at, end_at,
                  duration_ticks, size_bytes, frames, sha256, sample_index, codec, codecs, width,
                  height, reorder_depth, parameter_sets, ended, follows, start_error_nanos,
                  stretch_nanos, time_source, camera_rate_ppm, damaged_frames, event_id)
                select gen_random_uuid(), id, id || '/' || minute,
                  cast(? as timestamptz) + minute * interval '1 minute',
                  cast(? as timestamptz) + (minute + 1) * interval '1 minute',
                  0, 0, 0, decode(repeat('00', 32), 'hex'), '', 'H264', '', 0, 0, 0, '{}',
                  'CLOSED', false, 0, 0, 'CAMERA_TIMESTAMPS', 1000000, 0, id
                from cameras.camera, generate_series(0, ?) minute
                where kind = 'CONNECTED' and (hashtext(id::text) + minute) % 10 <> 0
                """)) {
      insert.setObject(1, start.atOffset(java.time.ZoneOffset.UTC));
      insert.setObject(2, start.atOffset(java.time.ZoneOffset.UTC));
      insert.setInt(3, MINUTES - 1);
      System.out.println("segments: " + insert.executeUpdate());
    }
  }

  private void withdrawSome() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      System.out.println(
          "withdrawn: "
              + statement.executeUpdate(
                  """
                  update cameras.camera set consent = 'WITHDRAWN'
                  where kind = 'COMMUNITY' and hashtext(code) % 50 = 0
                  """));
      statement.execute("vacuum analyze cameras.camera");
      statement.execute("vacuum analyze recording.segment");
    }
  }

  private record Question(double latitude, double longitude, Span span) {}

  /// Places up to some forty metres from cameras, as far as the register has them.
  private List<Question> questions(Connection ours, int count) throws SQLException {
    var random = new Random(SEED);
    List<double[]> places = new ArrayList<>();
    try (var statement = ours.createStatement();
        var rows =
            statement.executeQuery(
                """
                select latitude, longitude from cameras.camera
                where latitude is not null order by hashtext(code), code limit 20000
                """)) {
      while (rows.next()) {
        places.add(new double[] {rows.getDouble(1), rows.getDouble(2)});
      }
    }
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] place = places.get(random.nextInt(places.size()));
      Instant from = start.plusSeconds(random.nextInt((MINUTES - 10) * 60));
      questions.add(
          new Question(
              place[0] + (random.nextDouble() - 0.5) * 0.0007,
              place[1] + (random.nextDouble() - 0.5) * 0.0007,
              new Span(from, from.plusSeconds(60 + random.nextInt(540)))));
    }
    return questions;
  }

  private boolean measure(PostgisFinder peer, List<Question> questions) throws SQLException {
    CandidateFinder finder = server.getBean(CandidateFinder.class);
    int count = questions.size() - WARM_UP;
    double[] ours = new double[count];
    double[] theirs = new double[count];
    long found = 0;
    int most = 0;
    int differences = 0;
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      long begun = System.nanoTime();
      List<Candidate> candidates =
          finder.find(
              question.latitude(),
              question.longitude(),
              question.span(),
              new AreaScope.Everywhere());
      long between = System.nanoTime();
      Map<UUID, PostgisFinder.Seen> seen =
          peer.find(
              question.latitude(),
              question.longitude(),
              question.span().from(),
              question.span().to(),
              FieldsOfView.TOLERANCE_METRES);
      long ended = System.nanoTime();
      differences += differences(candidates, seen);
      if (i >= WARM_UP) {
        ours[i - WARM_UP] = (between - begun) / 1e6;
        theirs[i - WARM_UP] = (ended - between) / 1e6;
        found += candidates.size();
        most = Math.max(most, candidates.size());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d questions, %.1f cameras each, %d at most; answers that differ: %d%n",
        count,
        (double) found / count,
        most,
        differences);
    System.out.printf(
        Locale.ROOT,
        "ms: ours p50=%.2f p99=%.2f max=%.2f; PostGIS p50=%.2f p99=%.2f max=%.2f%n",
        percentile(ours, 50),
        percentile(ours, 99),
        percentile(ours, 100),
        percentile(theirs, 50),
        percentile(theirs, 99),
        percentile(theirs, 100));
    double p99 = percentile(ours, 99);
    var bound = new Result("cameras-find-p99-ms-against-bound", p99, MAX_MILLIS, 1, true);
    var against =
        new Result("cameras-find-p99-ms-against-postgis", p99, percentile(theirs, 99), 1, true);
    System.out.println(bound);
    System.out.println(against);
    return bound.met() && against.met() && differences == 0;
  }

  /// How many cameras only one of the two found, but for those on the border of the tolerance, and
  /// how many they measured differently.
  private static int differences(List<Candidate> ours, Map<UUID, PostgisFinder.Seen> theirs) {
    int differences = 0;
    int common = 0;
    for (Candidate candidate : ours) {
      PostgisFinder.Seen seen = theirs.get(candidate.seen().camera().id());
      if (seen == null) {
        differences += isBorder(candidate.seen().sight().metresOutside()) ? 0 : 1;
        continue;
      }
      common++;
      double distance = candidate.seen().sight().distanceMetres();
      double recorded = candidate.footage().available().toMillis() / 1e3;
      boolean same =
          Math.abs(distance - seen.distanceMetres()) <= 0.01 + DISTANCE_SHARE * distance
              && (seen.recordedSeconds() == 0
                  || Math.abs(recorded - seen.recordedSeconds()) < 0.01);
      differences += same ? 0 : 1;
    }
    if (common < theirs.size()) {
      List<UUID> known = ours.stream().map(one -> one.seen().camera().id()).toList();
      for (Map.Entry<UUID, PostgisFinder.Seen> entry : theirs.entrySet()) {
        if (!known.contains(entry.getKey()) && !isBorder(entry.getValue().outsideMetres())) {
          differences++;
        }
      }
    }
    return differences;
  }

  private static boolean isBorder(double outsideMetres) {
    return Math.abs(outsideMetres - FieldsOfView.TOLERANCE_METRES) <= BORDER_METRES;
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[
        Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }
}
