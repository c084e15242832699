package anbinh;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.signing.SharedOfficeKey;
import anbinh.testing.ChildServer;
import anbinh.testing.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process with its embedded database: first start, kills, second server, check.
class AnBinhIT {
  private static final String KEY = "--anbinh.signing.certificate.file=";

  @TempDir Path folder;

  @Test
  void aKilledServerStartsAgainByItselfAndKeepsItsPeople() throws Exception {
    Path data = folder.resolve("data");
    ChildServer first = ChildServer.start(data);
    Path passwordFile = data.resolve("first-administrator-password");
    String password = Files.readString(passwordFile).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
        .isEqualTo("rw-------");
    assertThat(ChildServer.output(data)).contains(passwordFile.toString()).doesNotContain(password);
    TestClient admin = new TestClient(first::uri);
    admin.signIn("admin", password);
    admin.post(
        "/api/session/password", Map.of("current", password, "password", "một mật khẩu khác"));
    first.kill();

    ChildServer second = ChildServer.start(data);
    new TestClient(second::uri).signIn("admin", "một mật khẩu khác");
    assertThat(passwordFile).doesNotExist();
    killPostmaster(data);
    second.kill();

    try (ChildServer third = ChildServer.start(data)) {
      new TestClient(third::uri).signIn("admin", "một mật khẩu khác");
      assertThat(ChildServer.check(data)).as("%s", ChildServer.output(data)).isZero();
    }
    assertThat(ChildServer.check(data)).as("%s", ChildServer.output(data)).isZero();
    assertThat(data.resolve("postgres/17/postmaster.pid")).doesNotExist();
  }

  /// Whatever the mask was, what it keeps is its owner's alone.
  @Test
  void aFolderHasOneServerAndIsItsUsersAloneAndCtrlCStopsTheServerBeforeTheDatabase()
      throws Exception {
    Path data = folder.resolve("data");
    try (ChildServer server =
        ChildServer.start(
            List.of("sh", "-c", "umask 000; exec setsid env --default-signal=INT \"$0\" \"$@\""),
            System.getProperty("java.class.path"),
            data,
            KEY + SharedOfficeKey.file())) {
      assertThat(ChildServer.output(data)).contains("ready after").doesNotContain("WARN", "ERROR");
      try (ChildServer second = ChildServer.start(data)) {
        assertThat(second).as("must not start").isNull();
      } catch (IOException expected) {
        assertThat(expected.getMessage())
            .contains("another An Bình server uses the data folder")
            .doesNotContain("at anbinh.platform");
      }
      int before = ChildServer.output(data).length();
      assertThat(new TestClient(server::uri).get("/actuator/health").text()).contains("UP");
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as("%s", file)
              .endsWith("------");
        }
      }
      assertThat(data.resolve("postgres/log")).isNotEmptyFile();
      // A terminal sends the signal to the whole group.
      new ProcessBuilder("kill", "-INT", "--", "-" + server.pid()).start().waitFor();
      ProcessHandle.of(server.pid()).orElseThrow().onExit().get(60, TimeUnit.SECONDS);
      assertThat(ChildServer.output(data).substring(before)).doesNotContain("WARN", "ERROR");
    }
    assertThat(data.resolve("postgres/17/postmaster.pid")).doesNotExist();
  }

  @Test
  void runsAsAnOrdinaryUser() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "runs as an ordinary user anyway");
    Path home = Files.createTempDirectory("anbinh-ordinary");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path data = home.resolve("data");
    // Its own key would be made by the quick compiler alone, which takes half a minute.
    Path key = Files.copy(SharedOfficeKey.file(), home.resolve("office.p12"), COPY_ATTRIBUTES);
    Files.setOwner(
        key, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    var asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    try (ChildServer server =
        ChildServer.start(
            asNobody,
            readableClassPath(Files.createDirectory(home.resolve("lib"))),
            data,
            "--anbinh.postgres.binaries=" + home.resolve("bin"),
            KEY + key)) {
      assertThat(new TestClient(server::uri).get("/actuator/health").text()).contains("UP");
      assertThat(Files.getOwner(data.resolve("postgres/17")).getName()).isEqualTo("nobody");
    }
  }

  /// The class path of this run, copied or linked to where everybody may read it.
  private static String readableClassPath(Path into) throws IOException {
    var entries = new ArrayList<String>();
    for (String entry : List.of(System.getProperty("java.class.path").split(":", -1))) {
      Path from = Path.of(entry);
      if (!Files.exists(from)) {
        continue;
      }
      Path to = into.resolve(entries.size() + "-" + from.getFileName());
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Path copy = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy);
          }
        }
      }
      entries.add(to.toString());
    }
    return String.join(":", entries);
  }

  private static void killPostmaster(Path data) throws IOException {
    try (Stream<String> lines = Files.lines(data.resolve("postgres/17/postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow());
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
  }
}
