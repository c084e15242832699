package anbinh.situation.intake;

import anbinh.situation.media.SituationMedium;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the server says of a report that was sent: with this, and not before, it is sent.
///
/// @param outcome what became of it
/// @param skewSeconds by how much the device's clock is behind the server's
/// @param waiting the files that were announced and have not arrived
public record SituationReceipt(
    UUID id,
    String code,
    SituationTaken outcome,
    int revision,
    Instant receivedAt,
    int skewSeconds,
    List<UUID> waiting) {
  public SituationReceipt {
    waiting = List.copyOf(waiting);
  }

  static List<UUID> waiting(List<SituationMedium> media) {
    return media.stream().filter(SituationMedium::waits).map(SituationMedium::id).toList();
  }

  /// What became of what was sent.
  public enum SituationTaken {
    NEW,
    /// It was there already, word for word.
    SAME,
    /// In the place of what was there, which is kept.
    CHANGED,
    /// An officer has the report: kept beside what is there, for the officer to decide.
    BESIDE
  }
}
