package anbinh.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What an owner's phone does: tus over a link.
final class OwnersPhone {
  static final String FILES = "/api/owner/files";
  private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");

  private final TestClient http;

  OwnersPhone(TestClient http) {
    this.http = http;
  }

  static String metadata(String name, String kind) {
    return "filename " + base64(name) + ",kind " + base64(kind);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Map<String, String> with(String... pairs) {
    Map<String, String> headers = new HashMap<>(TUS);
    for (int i = 0; i < pairs.length; i += 2) {
      headers.put(pairs[i], pairs[i + 1]);
    }
    return headers;
  }

  Answer begin(String name, String kind, long bytes) {
    return send(
        "POST",
        FILES,
        new byte[0],
        "Upload-Length",
        Long.toString(bytes),
        "Upload-Metadata",
        metadata(name, kind));
  }

  /// Begins a file and returns where it is.
  String begun(String name, long bytes) {
    return begun(name, "VIDEO", bytes);
  }

  private String begun(String name, String kind, long bytes) {
    Answer begun = begin(name, kind, bytes);
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.header("Tus-Resumable")).contains("1.0.0");
    return begun.header("Location").orElseThrow();
  }

  Answer append(String file, long at, byte[] piece, String... more) {
    String[] headers = Arrays.copyOf(more, more.length + 4);
    headers[more.length] = "Upload-Offset";
    headers[more.length + 1] = Long.toString(at);
    headers[more.length + 2] = "Content-Type";
    headers[more.length + 3] = "application/offset+octet-stream";
    return send("PATCH", file, piece, headers);
  }

  long offset(String file) {
    Answer head = send("HEAD", file, new byte[0]);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Cache-Control")).contains("no-store");
    return Long.parseLong(head.header("Upload-Offset").orElseThrow());
  }

  Answer send(String method, String path, byte[] body, String... headers) {
    return http.sendBytes(method, path, body, with(headers));
  }

  /// Uploads a whole file at once and waits until it was looked at.
  JsonNode upload(String name, byte[] content) throws InterruptedException {
    return upload(name, "VIDEO", content);
  }

  JsonNode upload(String name, String kind, byte[] content) throws InterruptedException {
    String file = begun(name, kind, content.length);
    Answer sent = append(file, 0, content);
    assertThat(sent.status()).as(sent.text()).isEqualTo(204);
    return awaitLook(file);
  }

  JsonNode awaitLook(String file) throws InterruptedException {
    String id = file.substring(file.lastIndexOf('/') + 1);
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      for (JsonNode one : ask().path("files")) {
        if (one.path("id").asString().equals(id)
            && List.of("ACCEPTED", "REJECTED").contains(one.path("state").asString())) {
          return one;
        }
      }
      assertThat(Instant.now()).as(ask().toString()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  JsonNode ask() {
    Answer answer = http.get("/api/owner/request");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  Answer post(String act, Map<String, ?> body) {
    return http.post("/api/owner/request/" + act, body);
  }

  Answer receipt() {
    return http.get("/api/owner/receipt.pdf");
  }

  /// Two seconds of video in a container that `ffmpeg` makes.
  static byte[] video(Path folder, String extension, String... more)
      throws IOException, InterruptedException {
    Path video = folder.resolve("video." + extension);
    String scene = "testsrc2=size=320x180:rate=25:duration=2";
    List<String> command =
        Stream.of(
                Stream.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", scene),
                Stream.of(more),
                Stream.of(video.toString()))
            .flatMap(part -> part)
            .toList();
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return Files.readAllBytes(video);
  }
}
