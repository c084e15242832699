package anbinh.seal.witness;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.verify.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A witness in a process of its own, as an office runs it.
final class WitnessProcess implements AutoCloseable {
  private final Process process;
  private final URI address;
  private final WitnessKey key;

  private WitnessProcess(Process process, URI address, WitnessKey key) {
    this.process = process;
    this.address = address;
    this.key = key;
  }

  static WitnessProcess start(Path folder, VerifierKey... logs) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                location(),
                Main.class.getName(),
                "witness",
                "--lang",
                "en",
                "--folder",
                folder.toString(),
                "--port",
                "0",
                "--name",
                "witness.example/w1"));
    for (VerifierKey log : logs) {
      command.addAll(List.of("--log", log.write()));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = lines.readLine();
    String vkey = lines.readLine();
    if (ready == null || vkey == null) {
      throw new IOException("the witness did not start");
    }
    int from = ready.indexOf("http://");
    URI address = URI.create(ready.substring(from, ready.indexOf(' ', from)));
    return new WitnessProcess(process, address, WitnessKey.parse(vkey));
  }

  WitnessKey key() {
    return key;
  }

  URI address() {
    return address;
  }

  /// What the witness answered.
  record Answer(int status, String type, String allow, String body) {}

  Answer add(AddCheckpoint request) throws IOException {
    return post(request.write());
  }

  Answer post(String body) throws IOException {
    HttpURLConnection connection = connect("add-checkpoint");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(bytes.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(bytes);
    }
    return read(connection);
  }

  Answer get(String path, String language) throws IOException {
    HttpURLConnection connection = connect(path);
    connection.setRequestProperty("Accept-Language", language);
    return read(connection);
  }

  private HttpURLConnection connect(String path) throws IOException {
    var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(20_000);
    return connection;
  }

  private static Answer read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(
          status,
          String.valueOf(connection.getContentType()),
          String.valueOf(connection.getHeaderField("Allow")),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static String location() {
    String name = Main.class.getName().replace('.', '/') + ".class";
    String url = String.valueOf(Main.class.getResource("/" + name));
    return Path.of(URI.create(url.substring(0, url.length() - name.length()))).toString();
  }
}
