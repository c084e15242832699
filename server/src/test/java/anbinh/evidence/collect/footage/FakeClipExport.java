package anbinh.evidence.collect.footage;

import anbinh.cameras.Camera;
import anbinh.recording.Extract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Leaves clips as they are, or spoils a picture; PackageIT has the real boxes put behind them.
public final class FakeClipExport extends ClipExport {
  private boolean spoils;

  @SuppressWarnings("NullAway") // nothing is signed
  public FakeClipExport() {
    super(null, null);
  }

  public void spoil() {
    spoils = true;
  }

  @Override
  public void append(Path clip, Camera camera, Extract extract, Instant startedAt)
      throws IOException {
    if (spoils) {
      byte[] content = Files.readAllBytes(clip);
      content[content.length - 1] ^= 1;
      Files.write(clip, content);
    }
  }
}
