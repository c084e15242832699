package anbinh.evidence.collect.footage;

import anbinh.cameras.Camera;
import anbinh.media.mp4.ExportBoxes;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.recording.Extract;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Puts the boxes of the ONVIF Export File Format behind a clip that was read back: this office,
/// when it exported, the camera's name and code, when the media timeline began, and the office's
/// signature. No person and no address of a camera stands in them.
@Component
@OnlyWhenServing
public class ClipExport {
  private final OfficeSigner signer;
  private final Site site;

  ClipExport(OfficeSigner signer, Site site) {
    this.signer = signer;
    this.site = site;
  }

  public void append(Path clip, Camera camera, Extract extract, Instant startedAt)
      throws IOException {
    ExportBoxes.append(
        clip,
        new ExportBoxes.Export(
            site.name(),
            startedAt,
            camera.name(),
            camera.code(),
            extract.firstFrameAt().minus(extract.hiddenPreroll())),
        signer.findExportSigner().orElse(null));
  }
}
