package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// People at work, each a virtual thread with a session of their own and two to six seconds of
/// thought between two requests: of 200, 150 are of village teams on their phones, 36 officers of
/// communes, 6 chairs, 8 of the province.
///
/// All sign in before it is measured, since a password takes a tenth of a second of a processor on
/// purpose and nobody signs in every few seconds; of what is measured about one request in a
/// hundred is a sign-in.
final class ProvinceLoad {
  private static final long THINK_LEAST_MILLIS = 2_000;
  private static final long THINK_MORE_MILLIS = 4_000;
  private static final int MAX_REPORTED = 10;

  private final List<Worker> workers = new ArrayList<>();
  private final Map<String, Timings> timings = new ConcurrentHashMap<>();
  private final AtomicInteger reported = new AtomicInteger();
  private volatile boolean counting;

  /// Signs all in.
  ///
  /// @param users how many there are
  ProvinceLoad(ServerProcess server, Connection database, int users)
      throws SQLException, IOException, InterruptedException {
    List<String> villages =
        ProvinceSearch.column(
            database,
            """
            select a.code from areas.area a join team.area t on t.area_id = a.id
            join identity.person p on p.username = 'to1.' || a.code
            where a.valid_to is null order by md5(a.code)
            """);
    List<String> communes =
        ProvinceSearch.column(
            database,
            """
            select code from areas.area
            where kind in ('COMMUNE', 'WARD') and valid_to is null order by md5(code)
            """);
    for (int i = 0; i < users; i++) {
      int of = i % 100;
      Worker.Kind kind =
          of < 75
              ? Worker.Kind.MEMBER
              : of < 93 ? Worker.Kind.OFFICER : of < 96 ? Worker.Kind.CHAIR : Worker.Kind.ANALYST;
      String commune = communes.get(i % communes.size());
      String username =
          switch (kind) {
            case MEMBER -> "to" + (1 + i % 3) + "." + villages.get(i * 7 % villages.size());
            case OFFICER -> "canbo" + (1 + i % 2) + "." + commune;
            case CHAIR -> "chutich." + commune;
            case ANALYST -> i % 2 == 0 ? "tonghop.38" : "canbo1.38";
          };
      workers.add(new Worker(kind, username, server, new SplittableRandom(i)));
    }
    for (Worker each : workers) {
      each.signIn();
    }
    System.out.println(users + " people have signed in");
  }

  /// Has all work for a while.
  ///
  /// @return how long each kind of request took
  Map<String, Timings> run(int seconds, boolean counts) throws InterruptedException {
    timings.clear();
    counting = counts;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> threads = new ArrayList<>();
    for (Worker each : workers) {
      threads.add(Thread.ofVirtual().start(() -> work(each, end)));
    }
    for (Thread each : threads) {
      each.join();
    }
    return Map.copyOf(timings);
  }

  private void work(Worker worker, long end) {
    var random = worker.random();
    try {
      TimeUnit.MILLISECONDS.sleep(random.nextLong(THINK_LEAST_MILLIS + THINK_MORE_MILLIS));
      while (System.nanoTime() < end) {
        step(worker);
        TimeUnit.MILLISECONDS.sleep(THINK_LEAST_MILLIS + random.nextLong(THINK_MORE_MILLIS));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(Worker worker) throws InterruptedException {
    Worker.Operation operation = worker.next();
    long began = System.nanoTime();
    boolean failed;
    try {
      HttpResponse<String> answer = operation.ask().ask();
      failed = answer == null || answer.statusCode() / 100 != 2;
      if (failed && answer != null) {
        report(operation.name() + ": " + answer.statusCode() + " " + answer.body());
      } else if (answer != null) {
        worker.learn(operation.name(), answer);
      }
    } catch (IOException failure) {
      failed = true;
      report(operation.name() + ": " + failure);
    }
    if (counting) {
      timings
          .computeIfAbsent(operation.name(), _ -> new Timings())
          .add(System.nanoTime() - began, failed);
    }
  }

  private void report(String failure) {
    if (reported.incrementAndGet() <= MAX_REPORTED) {
      System.out.println(failure.substring(0, Math.min(300, failure.length())));
    }
  }

  static JsonNode items(HttpResponse<String> answer) {
    return ProvinceUser.read(answer).path("items");
  }
}
