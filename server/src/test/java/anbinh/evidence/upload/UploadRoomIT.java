package anbinh.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceFixture;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A server whose disk has nothing left for uploads.
class UploadRoomIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(TestServer.FAKE_FOOTAGE, "anbinh.evidence.owner.keep-free=1000000GB");

  @Test
  void refusesFilesAndHarmsNothingElse() {
    var world = new EvidenceFixture(SERVER);
    var id = world.approved(world.form(0, world.shop));
    var phone = new OwnersPhone(world.owner(world.link(id, world.shop)));
    Answer refused = phone.begin("video.mp4", "VIDEO", 1_000);
    assertThat(refused.status()).isEqualTo(507);
    assertThat(refused.code()).isEqualTo("no-room");
    assertThat(phone.ask().path("files").size()).isZero();
    assertThat(world.as("investigator").get("/api/requests").status()).isEqualTo(200);
  }
}
