package anbinh.evidence.stamp;

import anbinh.media.Bytes;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.OpenPaths;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/log/stamps`: the log's checkpoints that a time-stamp authority has seen. Open to everybody, as
/// the log's own checkpoint is: whoever keeps one can show later that the log was not back-dated.
@RestController
class CheckpointStampController {
  private static final int SHOWN = 1_000;

  private final StampTable stamps;

  CheckpointStampController(StampTable stamps) {
    this.stamps = stamps;
  }

  @Bean
  static OpenPaths stampsAreOpen() {
    return OpenPaths.of("/log/stamps/**");
  }

  /// @param size entries under the checkpoint
  record StampedHead(long size, Instant stampedAt, String authority) {}

  /// The latest, newest first.
  @GetMapping("/log/stamps")
  List<StampedHead> list() {
    return stamps.listCheckpoints(SHOWN);
  }

  /// The checkpoint that was stamped, byte for byte.
  @GetMapping(path = "/log/stamps/{size}/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  byte[] checkpoint(@PathVariable long size) {
    return get(size).document().toArray();
  }

  /// The authority's response over it (RFC 3161).
  @GetMapping(path = "/log/stamps/{size}/response", produces = "application/timestamp-reply")
  byte[] response(@PathVariable long size) {
    Bytes response = get(size).response();
    if (response == null) {
      throw Problem.of(PlatformProblem.NOT_FOUND);
    }
    return response.toArray();
  }

  private StampTable.Row get(long size) {
    return stamps.findCheckpoint(size).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
  }
}
