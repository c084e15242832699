package anbinh.seal.witness;

import anbinh.seal.note.Note;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The witness over HTTP: `POST /add-checkpoint`, `GET /<origin hash>/checkpoint`, `GET /`.
///
/// At most [#CONNECTIONS] at once, each with at most a body of [AddCheckpoint#MAX_BYTES] and ten
/// seconds for request and answer; [#limit] has to be called before the first server is made.
final class WitnessServer implements Closeable {
  static final int CONNECTIONS = 64;
  private static final int SECONDS = 10;
  private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");

  private final Witness witness;
  private final WitnessPage page;
  private final PrintStream journal;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  WitnessServer(Witness witness, WitnessPage page, InetSocketAddress address, PrintStream journal)
      throws IOException {
    this.witness = witness;
    this.page = page;
    this.journal = journal;
    server = HttpServer.create(address, CONNECTIONS);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
  }

  /// Sets the limits of the JDK's server, which takes them from properties of the process.
  static void limit() {
    String seconds = Integer.toString(SECONDS);
    String connections = Integer.toString(CONNECTIONS);
    System.setProperty("sun.net.httpserver.maxReqTime", seconds);
    System.setProperty("sun.net.httpserver.maxRspTime", seconds);
    System.setProperty("sun.net.httpserver.maxReqHeaders", "50");
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
    System.setProperty("sun.net.httpserver.maxIdleConnections", connections);
    System.setProperty("jdk.httpserver.maxConnections", connections);
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      Matcher checkpoint = CHECKPOINT.matcher(path);
      if (path.equals("/add-checkpoint")) {
        if (allows(exchange, "POST")) {
          add(exchange);
        }
      } else if (!path.equals("/") && !checkpoint.matches()) {
        send(exchange, 404, "text/plain", "there is nothing here\n");
      } else if (allows(exchange, "GET")) {
        if (path.equals("/")) {
          Locale requested =
              WitnessPage.language(exchange.getRequestHeaders().get("Accept-Language"));
          exchange.getResponseHeaders().set("Content-Security-Policy", WitnessPage.POLICY);
          exchange.getResponseHeaders().set("Vary", "Accept-Language");
          send(exchange, 200, "text/html", page.write(witness, requested));
        } else {
          String note = witness.findCheckpoint(checkpoint.group(1)).map(Note::write).orElse("");
          send(
              exchange,
              note.isEmpty() ? 404 : 200,
              "text/plain",
              note.isEmpty() ? "nothing cosigned yet\n" : note);
        }
      }
    } catch (IOException cutOff) {
      // Whoever asked went away or was too slow. Anybody can do that, so it fills no journal.
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
    if (body.length > AddCheckpoint.MAX_BYTES) {
      exchange.getResponseHeaders().set("Connection", "close");
      send(exchange, 413, "text/plain", "a body has at most 131072 bytes\n");
      return;
    }
    WitnessAnswer answer;
    try {
      answer = witness.add(body);
    } catch (IOException e) {
      journal.println(Instant.now() + " the disk fails, nothing was cosigned: " + e);
      send(exchange, 500, "text/plain", "the witness cannot store what it sees\n");
      return;
    }
    switch (answer) {
      case WitnessAnswer.Cosigned(String lines) -> send(exchange, 200, "text/plain", lines);
      case WitnessAnswer.OtherSize(long size) ->
          send(exchange, 409, "text/x.tlog.size", size + "\n");
      case WitnessAnswer.Refused(int status, String why) -> {
        if (status == 422) {
          journal.println(Instant.now() + " refused a head signed by its log: " + why);
        }
        send(exchange, status, "text/plain", why + "\n");
      }
    }
  }

  private static boolean allows(HttpExchange exchange, String method) throws IOException {
    if (exchange.getRequestMethod().equals(method)) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", method);
    send(exchange, 405, "text/plain", "only " + method + "\n");
    return false;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean exact = type.equals("text/x.tlog.size"); // C2SP names it without a charset
    exchange.getResponseHeaders().set("Content-Type", exact ? type : type + "; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
