package anbinh.signing;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Tools;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A time-stamp authority: OpenSSL behind a small HTTP server, which can be told to misbehave.
public final class TestAuthority implements AutoCloseable {
  /// What the authority answers.
  public enum Mood {
    GOOD,
    OF_OTHER_CONTENT,
    OF_AN_EARLIER_REQUEST,
    GARBAGE,
    EMPTY,
    ENDLESS,
    STATUS_500,
    REFUSES,
    SILENT,
    STOPS_IN_THE_MIDDLE
  }

  private static final byte[] REFUSAL = {0x30, 5, 0x30, 3, 2, 1, 2};
  private static final int CHUNK = 64 * 1024;

  public final AtomicInteger asked = new AtomicInteger();
  public volatile Mood mood = Mood.GOOD;

  private final Path folder;
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile byte[] earlier = new byte[0];

  public TestAuthority() throws Exception {
    Tools.need("openssl");
    folder = Files.createTempDirectory("anbinh-test-authority");
    Files.writeString(folder.resolve("serial"), "41\n");
    Files.writeString(
        folder.resolve("tsa.cnf"),
        """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = tsa.pem
        certs = ca.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        other_policies = 1.2.3.4.2
        digests = sha256
        ess_cert_id_alg = sha256
        [stamping]
        extendedKeyUsage = critical,timeStamping
        """);
    run(
        "openssl req -x509 -nodes -newkey rsa:2048 -keyout ca.key -out ca.pem -days 30 -subj"
            + " /CN=Authority-Root");
    run("openssl req -nodes -newkey rsa:2048 -keyout tsa.key -out tsa.csr -subj /CN=Authority");
    run(
        "openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -days 30 -out tsa.pem -extfile"
            + " tsa.cnf -extensions stamping");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/tsr", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsr");
  }

  /// The certificate that the authority's leads to.
  public Path root() {
    return folder.resolve("ca.pem");
  }

  /// Whether OpenSSL accepts a response over a document.
  public boolean accepts(byte[] document, byte[] response) throws Exception {
    Files.write(folder.resolve("document"), document);
    Files.write(folder.resolve("response"), response);
    return exit("openssl ts -verify -data document -in response -CAfile ca.pem") == 0;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      byte[] query = exchange.getRequestBody().readAllBytes();
      switch (mood) {
        case GOOD -> {
          earlier = reply(query);
          send(exchange, 200, earlier);
        }
        case OF_OTHER_CONTENT -> {
          send(exchange, 200, reply(queryAboutSomethingElse()));
        }
        case OF_AN_EARLIER_REQUEST -> send(exchange, 200, earlier);
        case GARBAGE ->
            send(exchange, 200, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
        case EMPTY -> send(exchange, 200, new byte[0]);
        case STATUS_500 -> send(exchange, 500, reply(query));
        case REFUSES -> send(exchange, 200, REFUSAL);
        case ENDLESS -> {
          exchange.sendResponseHeaders(200, 0);
          while (closed.getCount() > 0) {
            exchange.getResponseBody().write(new byte[CHUNK]);
          }
        }
        case SILENT -> closed.await();
        case STOPS_IN_THE_MIDDLE -> {
          byte[] whole = reply(query);
          exchange.sendResponseHeaders(200, whole.length);
          exchange.getResponseBody().write(whole, 0, whole.length / 2);
          exchange.getResponseBody().flush();
          closed.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private synchronized byte[] queryAboutSomethingElse() throws Exception {
    Files.writeString(folder.resolve("other"), "other");
    run("openssl ts -query -data other -sha256 -cert -out other.tsq");
    return Files.readAllBytes(folder.resolve("other.tsq"));
  }

  private synchronized byte[] reply(byte[] query) throws Exception {
    Files.write(folder.resolve("query.tsq"), query);
    run("openssl ts -reply -config tsa.cnf -section one -queryfile query.tsq -out reply.tsr");
    return Files.readAllBytes(folder.resolve("reply.tsr"));
  }

  private void run(String command) throws Exception {
    assertThat(exit(command)).as(command).isZero();
  }

  private int exit(String command) throws Exception {
    return new ProcessBuilder(command.split(" "))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
