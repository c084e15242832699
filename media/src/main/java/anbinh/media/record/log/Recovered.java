package anbinh.media.record.log;

import java.util.Optional;

/// What [anbinh.media.record.Recovery] made of one segment file that the log does not know.
public sealed interface Recovered {
  /// Relative to the storage root, with `/`.
  String file();

  /// The file is complete and durable and can be told to the log.
  ///
  /// @param cutBytes how much was taken off its end, where a crash had left part of a picture
  /// @param tear why that was not whole
  record Kept(ClosedSegment segment, long cutBytes, Optional<String> tear) implements Recovered {
    @Override
    public String file() {
      return segment.file();
    }
  }

  /// It held no whole picture and was removed.
  record Removed(String file, long sizeBytes) implements Recovered {}

  /// It is not the recorder's, or cannot be read; it was left as it is.
  record Unreadable(String file, String reason) implements Recovered {}
}
