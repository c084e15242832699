package anbinh.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceFixture;
import anbinh.platform.DataFolder;
import anbinh.testing.SmallDisk;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What owners upload when the disk of the quarantine has no room.
class FullDiskIT {
  private static final long FIFTY_GIGABYTES = 50_000_000_000L;
  private static final int PIECE = 1 << 20;

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.evidence.owner.most-bytes=60GB",
          "anbinh.evidence.owner.keep-free=1MB");

  @TempDir static Path folder;

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
  }

  private static OwnersPhone phone() {
    EvidenceFixture world = Objects.requireNonNull(made);
    return new OwnersPhone(
        world.owner(world.link(world.approved(world.form(0, world.shop)), world.shop)));
  }

  @Test
  void isSaidWithWhatToDoAndCostsNothingThatIsHere() throws Exception {
    try (SmallDisk disk = smallQuarantine()) {
      OwnersPhone phone = phone();
      assertNoRoom(phone.begin("video.mp4", "VIDEO", FIFTY_GIGABYTES));
      byte[] video = video(4 * PIECE);
      String file = phone.begun("video.mp4", video.length);
      String other = phone.begun("other.mp4", video.length);
      assertThat(append(phone, file, video, 0)).isEqualTo(PIECE);
      assertThat(append(phone, other, video, 0)).isEqualTo(PIECE);

      disk.fill(0);
      assertNoRoom(phone.append(file, PIECE, Arrays.copyOfRange(video, PIECE, 2 * PIECE)));
      assertNoRoom(phone.begin("more.mp4", "VIDEO", 1));
      assertThat(phone.offset(other)).isEqualTo(PIECE);

      disk.empty();
      for (String one : List.of(file, other)) {
        long at = phone.offset(one);
        assertThat(at).isGreaterThanOrEqualTo(PIECE);
        while (at < video.length) {
          at = append(phone, one, video, (int) at);
        }
        JsonNode looked = phone.awaitLook(one);
        assertThat(looked.path("state").asString()).as(looked.toString()).isEqualTo("ACCEPTED");
        assertThat(looked.path("sha256").asString()).isEqualTo(sha256(video));
      }
      // Gives back the room that is promised.
      phone.post("refusal", Map.of());
    }
  }

  @Test
  void promisesNoRoomTwice() throws Exception {
    List<OwnersPhone> phones = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      phones.add(phone());
    }
    try (SmallDisk _ = smallQuarantine();
        var all = Executors.newFixedThreadPool(phones.size())) {
      List<Future<Answer>> answers =
          all.invokeAll(
              phones.stream()
                  .<Callable<Answer>>map(
                      phone -> () -> phone.begin("video.mp4", "VIDEO", 7 * PIECE))
                  .toList());
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
      }
      phones.forEach(phone -> phone.post("refusal", Map.of()));
      assertThat(statuses).containsOnlyOnce(201).contains(507).hasSize(phones.size());
    }
  }

  private static SmallDisk smallQuarantine() throws IOException {
    Path quarantine =
        SERVER.bean(DataFolder.class).root().resolve("evidence").resolve("quarantine");
    Files.createDirectories(quarantine);
    return SmallDisk.over(quarantine, 24);
  }

  private static void assertNoRoom(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(507);
    assertThat(answer.code()).isEqualTo("no-room");
    assertThat(answer.json().path("detail").asString())
        .contains("The data received is kept: try again later");
    assertThat(answer.text()).doesNotContain("quarantine", "No space left");
  }

  private static long append(OwnersPhone phone, String file, byte[] video, int at) {
    int to = Math.min(video.length, at + PIECE);
    Answer sent = phone.append(file, at, Arrays.copyOfRange(video, at, to));
    assertThat(sent.status()).as(sent.text()).isEqualTo(204);
    return Long.parseLong(sent.header("Upload-Offset").orElseThrow());
  }

  /// A video with room behind it, as recorders write that reserve some.
  private static byte[] video(int bytes) throws Exception {
    byte[] video = OwnersPhone.video(folder, "mp4", "-pix_fmt", "yuv420p");
    int free = bytes - video.length;
    return ByteBuffer.allocate(bytes)
        .put(video)
        .putInt(free)
        .put("free".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
