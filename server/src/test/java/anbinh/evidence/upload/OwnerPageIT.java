package anbinh.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.evidence.EvidenceFixture;
import anbinh.testing.Chromium;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The owner's page in a real browser, against the real server.
class OwnerPageIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(TestServer.FAKE_FOOTAGE, "anbinh.evidence.owner.think-again=5s");

  @TempDir static Path folder;

  @Test
  void anOwnerUploadsAndHandsOverAndTheLinkIsGoodForTheReceiptAlone() throws Exception {
    assumeTrue(Chromium.installed(), "skipped: there is no /usr/bin/chromium");
    var world = new EvidenceFixture(SERVER);
    byte[] video = OwnersPhone.video(folder, "mp4");
    UUID id = world.approved(world.form(0, world.shop));
    String secret = world.link(id, world.shop);
    URI page = URI.create(SERVER.uri("/owner.html") + "#" + secret);
    try (Chromium browser = Chromium.start()) {
      browser.open(page);
      browser.await("document.querySelector('#videos')");
      assertThat(browser.evaluate("document.documentElement.lang").asString()).isEqualTo("vi");
      assertThat(browser.evaluate("document.body.innerText").asString())
          .contains("Xã Bá Thước", "CASE-", "Quán Hải Đăng")
          .doesNotContain("Trộm xe máy");
      choose(browser, video);
      browser.await("document.querySelector('[data-state=ACCEPTED]')");
      assertThat(SERVER.bean(UploadTable.class).find(List.of(id)).get(id)).hasSize(1);
      browser.evaluate("document.querySelector('button.primary').click()");
      browser.await("document.querySelector('.notice.ok')");
      assertThat(browser.evaluate("document.body.innerText").asString()).contains("REQ-");
      world.await(id, "SEALED");
      assertThat(record(world.as("investigator").get(EvidenceFixture.path(id) + "/package.zip")))
          .contains("No malware check was performed.");
      browser.open(URI.create(SERVER.uri("/owner.html") + "?again#" + secret));
      browser.await("document.body.innerText.includes('Tải biên nhận')");
      assertThat(browser.evaluate("document.body.innerText").asString())
          .contains(
              "không rút lại được nữa",
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(video)));
      assertThat(browser.evaluate("document.querySelector('#videos') === null").asBoolean(false))
          .isTrue();
    }
  }

  private static String record(Answer zipped) throws Exception {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("data/record.html")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no record");
  }

  private static void choose(Chromium browser, byte[] video) {
    browser.evaluate(
        """
        (() => {
          const bytes = Uint8Array.from(atob('%s'), (c) => c.charCodeAt(0));
          const files = new DataTransfer();
          files.items.add(new File([bytes], 'video.mp4', { type: 'video/mp4', lastModified: 1 }));
          const input = document.querySelector('#videos');
          input.files = files.files;
          input.dispatchEvent(new Event('change'));
        })()
        """
            .formatted(Base64.getEncoder().encodeToString(video)));
  }
}
