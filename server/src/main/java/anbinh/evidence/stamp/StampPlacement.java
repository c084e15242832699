package anbinh.evidence.stamp;

import anbinh.media.Bytes;
import java.io.IOException;
import java.util.UUID;

/// Puts a late stamp beside the seal of a package; may be repeated.
@FunctionalInterface
public interface StampPlacement {
  void place(UUID requestId, Bytes response) throws IOException;
}
