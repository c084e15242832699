package anbinh.audit.log;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.ChildServer;
import anbinh.testing.TestClient;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the server, and its database with it, in the middle of many events: every event that was
/// acknowledged is in the log once.
class AppenderCrashIT {
  private static final String PASSWORD = "mật khẩu của kiểm tra";

  @TempDir Path folder;

  @Test
  void everyAcknowledgedEventIsInTheLogOnce() throws Exception {
    Path data = folder.resolve("data");
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var acknowledged = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      ChildServer server = ChildServer.start(data);
      if (round == 0) {
        makeAuditor(server);
      }
      List<Thread> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(Thread.ofPlatform().start(() -> readUntilDead(server, acknowledged)));
      }
      int target = acknowledged.get() + 30 + random.nextInt(100);
      while (acknowledged.get() < target) {
        Thread.sleep(1);
      }
      if (random.nextBoolean()) {
        killPostmaster(data);
      }
      server.kill();
      for (Thread reader : readers) {
        reader.join();
      }
    }
    Instant killed = Instant.now();
    try (ChildServer server = ChildServer.start(data)) {
      until(
          acknowledged + " entries from before the last kill (seed " + seed + ")",
          () -> logged(server, killed) >= acknowledged.get());
      assertThat(ChildServer.check(data)).as(ChildServer.output(data)).isZero();
    }
  }

  /// How many reads from before an instant the log holds, so without those that ask for it; asserts
  /// that none is in it twice.
  private static int logged(ChildServer server, Instant until) {
    TestClient client = new TestClient(server::uri);
    client.signIn("auditor", PASSWORD);
    var events = new HashSet<String>();
    int items = 0;
    String next = "";
    do {
      JsonNode page =
          client.get("/api/log?type=log.read&limit=200&to=" + until + "&after=" + next).json();
      for (JsonNode item : page.path("items")) {
        items++;
        events.add(item.path("index").asString());
      }
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(events).hasSize(items);
    return items;
  }

  private static void readUntilDead(ChildServer server, AtomicInteger acknowledged) {
    try {
      TestClient client = new TestClient(server::uri);
      client.signIn("auditor", PASSWORD);
      while (client.get("/api/log?limit=1").status() == 200) {
        acknowledged.incrementAndGet();
      }
    } catch (UncheckedIOException | AssertionError e) {
      // The server is dead, or its database: what was acknowledged before counts.
      assertThat(e).isNotNull();
    }
  }

  private static void makeAuditor(ChildServer server) throws Exception {
    TestClient admin = new TestClient(server::uri);
    String first = Files.readString(server.data().resolve("first-administrator-password")).strip();
    admin.signIn("admin", first);
    admin.post("/api/session/password", Map.of("current", first, "password", PASSWORD + " 1"));
    admin.post(
        "/api/people",
        Map.of(
            "username",
            "auditor",
            "displayName",
            "Kiểm tra viên",
            "password",
            PASSWORD + " 2",
            "roles",
            List.of("AUDITOR")));
    TestClient auditor = new TestClient(server::uri);
    auditor.signIn("auditor", PASSWORD + " 2");
    assertThat(
            auditor
                .post(
                    "/api/session/password",
                    Map.of("current", PASSWORD + " 2", "password", PASSWORD))
                .status())
        .isEqualTo(200);
  }

  private static void killPostmaster(Path data) throws Exception {
    String pid =
        Files.readAllLines(data.resolve("postgres").resolve("17").resolve("postmaster.pid"))
            .getFirst();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }
}
