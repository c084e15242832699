package anbinh.sightings.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.postgres.FreePort;
import anbinh.platform.postgres.Runner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/// A real OpenSearch of three nodes, each a process, for one test class: of the jars that the build
/// put into the module `opensearch`. What a distribution has beside them, and OpenSearch asks for,
/// is written here. Its security plugin is in no registry, so it listens on this machine alone.
final class TestOpenSearch implements BeforeAllCallback, AfterAllCallback {
  private static final Path JARS =
      Path.of("../opensearch/target/jars").toAbsolutePath().normalize();
  private static final int NODES = 3;
  private static final Duration MAX_WAIT = Duration.ofMinutes(2);

  private final List<Integer> ports = new ArrayList<>();
  private final List<Process> nodes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Path home = Path.of("");

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    home = Files.createTempDirectory("anbinh-opensearch");
    List<Integer> transports = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      ports.add(FreePort.choose());
      transports.add(FreePort.choose());
    }
    prepare();
    for (int i = 0; i < NODES; i++) {
      configure(i, transports);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
    Runner runner = Runner.choose();
    runner.own(home);
    for (int i = 0; i < NODES; i++) {
      nodes.add(start(runner, i));
    }
    awaitNodes();
  }

  /// Makes what all nodes share.
  private void prepare() throws IOException {
    for (String folder : List.of("plugins", "bin", "extensions", "agent")) {
      Files.createDirectory(home.resolve(folder));
    }
    Path module = Files.createDirectories(home.resolve("modules/transport-netty4"));
    for (Path jar : jars(true)) {
      Files.copy(jar, module.resolve(jar.getFileName()));
    }
    String version =
        jars(false).stream()
            .map(jar -> jar.getFileName().toString())
            .filter(jar -> jar.matches("opensearch-[0-9.]+jar"))
            .map(jar -> jar.replaceAll("opensearch-|.jar", ""))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        module.resolve("plugin-descriptor.properties"),
        """
        name=transport-netty4
        description=Netty 4
        version=%1$s
        opensearch.version=%1$s
        java.version=21
        classname=org.opensearch.transport.Netty4ModulePlugin
        """
            .formatted(version));
  }

  /// The jars of the module of Netty, or all others.
  private static List<Path> jars(boolean ofNetty) throws IOException {
    try (Stream<Path> jars = Files.list(JARS)) {
      return jars.filter(jar -> jar.getFileName().toString().contains("netty") == ofNetty).toList();
    }
  }

  private void configure(int node, List<Integer> transports) throws IOException {
    Path config = Files.createDirectories(folder(node).resolve("config"));
    Files.createDirectory(folder(node).resolve("logs"));
    String hosts =
        transports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(", "));
    String names =
        IntStream.range(0, NODES)
            .mapToObj(each -> "node-" + each)
            .collect(Collectors.joining(", "));
    Files.writeString(
        config.resolve("opensearch.yml"),
        """
        cluster.name: anbinh-test
        node.name: node-%d
        http.port: %d
        transport.port: %d
        path.data: %s
        path.logs: %s
        discovery.seed_hosts: [%s]
        cluster.initial_cluster_manager_nodes: [%s]
        cluster.routing.allocation.disk.threshold_enabled: false
        """
            .formatted(
                node,
                ports.get(node),
                transports.get(node),
                folder(node).resolve("data"),
                folder(node).resolve("logs"),
                hosts,
                names));
    Files.writeString(
        config.resolve("log4j2.properties"),
        """
        status = error
        appender.console.type = Console
        appender.console.name = console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d %p %c{1.} %m%n
        rootLogger.level = warn
        rootLogger.appenderRef.console.ref = console
        """);
  }

  private Path folder(int node) {
    return home.resolve("node-" + node);
  }

  private Process start(Runner runner, int node) throws IOException {
    String classes = jars(false).stream().map(Path::toString).collect(Collectors.joining(":"));
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xms448m",
            "-Xmx448m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + folder(node).resolve("logs"),
            "-Dopensearch.path.home=" + home,
            "-Dopensearch.path.conf=" + folder(node).resolve("config"),
            "-Dopensearch.distribution.type=tar",
            "-cp",
            classes,
            "org.opensearch.bootstrap.OpenSearch");
    return new ProcessBuilder(runner.wrap(command))
        .redirectErrorStream(true)
        .redirectOutput(output(node).toFile())
        .start();
  }

  private Path output(int node) {
    return home.resolve("output-" + node + ".txt");
  }

  private void awaitNodes() throws Exception {
    Instant end = Instant.now().plus(MAX_WAIT);
    while (!hasAllNodes()) {
      for (int i = 0; i < NODES; i++) {
        assertThat(nodes.get(i).isAlive()).as(Files.readString(output(i))).isTrue();
      }
      assertThat(Instant.now()).as(Files.readString(output(0))).isBefore(end);
      Thread.sleep(100);
    }
  }

  private boolean hasAllNodes() throws InterruptedException {
    try {
      return get("/_cluster/health").contains("\"number_of_nodes\":" + NODES);
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }

  /// What the first node that is there answers.
  String get(String path) throws IOException, InterruptedException {
    int node =
        IntStream.range(0, NODES).filter(each -> nodes.get(each).isAlive()).findFirst().orElse(0);
    return http.send(
            HttpRequest.newBuilder(url(node).resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private URI url(int node) {
    return URI.create("http://127.0.0.1:" + ports.get(node));
  }

  OpenSearchSettings settings(String prefix) {
    return new OpenSearchSettings(
        IntStream.range(0, NODES).mapToObj(this::url).toList(),
        null,
        null,
        prefix,
        1,
        1,
        Duration.ofSeconds(30));
  }

  /// As `kill -9` does.
  void kill(int node) {
    nodes.get(node).destroyForcibly();
  }

  private void killAll() {
    nodes.forEach(Process::destroyForcibly);
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException, InterruptedException {
    killAll();
    for (Process node : nodes) {
      node.waitFor();
    }
    http.close();
    FileSystemUtils.deleteRecursively(home);
  }
}
