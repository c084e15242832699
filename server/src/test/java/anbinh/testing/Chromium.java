package anbinh.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One page of a real browser, driven by its DevTools protocol.
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path profile;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  private Chromium(Path profile, Process process) throws IOException {
    this.profile = profile;
    this.process = process;
    URI page = page(process);
    this.socket = http.newWebSocketBuilder().buildAsync(page, new Answers()).join();
  }

  public static boolean installed() {
    return Files.isExecutable(PROGRAM);
  }

  public static Chromium start() throws IOException {
    Path profile = Files.createTempDirectory("anbinh-test-chromium");
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    return new Chromium(profile, process);
  }

  /// Opens an address and waits until its page is there.
  public void open(URI address) {
    evaluate("window.before = true");
    command("Page.navigate", Map.of("url", address.toString()));
    String there =
        "!window.before && document.readyState === 'complete' && location.href.startsWith('"
            + address
            + "')";
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!evaluate(there).asBoolean(false)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the page does not open: " + address);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /// Gives the browser a security key of software that agrees to everything.
  public void addAuthenticator() {
    command("WebAuthn.enable", Map.of());
    command(
        "WebAuthn.addVirtualAuthenticator",
        Map.of(
            "options",
            Map.of(
                "protocol", "ctap2",
                "transport", "internal",
                "hasResidentKey", true,
                "hasUserVerification", true,
                "isUserVerified", true,
                "automaticPresenceSimulation", true)));
  }

  /// Waits until a script's expression is true.
  public void await(String condition) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!evaluate("Boolean(" + condition + ")").asBoolean(false)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "never: " + condition + " in " + evaluate("document.body.innerText"));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /// The value of a script's expression; of a promise, what it is fulfilled with.
  public JsonNode evaluate(String script) {
    JsonNode result =
        command(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.path("exceptionDetails").toString());
    }
    return result.path("result").path("value");
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    http.close();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private JsonNode command(String method, Map<String, Object> parameters) {
    int id = number.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    var _ =
        socket.sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
            true);
    try {
      JsonNode message = answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      if (message.has("error")) {
        throw new IllegalStateException(method + ": " + message.path("error"));
      }
      return message.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method, e);
    }
  }

  private URI page(Process browser) throws IOException {
    BufferedReader output = browser.inputReader();
    String line = output.readLine();
    while (line != null) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return page(matcher.group(1));
      }
      line = output.readLine();
    }
    throw new IOException("the browser does not start");
  }

  private URI page(String address) throws IOException {
    var request = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
    try {
      String list = http.send(request, BodyHandlers.ofString()).body();
      for (JsonNode target : JSON.readTree(list)) {
        if (target.path("type").asString().equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asString());
        }
      }
      throw new IOException("the browser has no page: " + list);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(0));
        if (answer != null) {
          answer.complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
