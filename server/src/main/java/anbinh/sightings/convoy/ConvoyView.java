package anbinh.sightings.convoy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Vehicles that passed near those passes that were asked about; who goes with most trips first.
///
/// @param trips of the passes that were asked about: between two of them there is an hour or more
/// @param vehicles how many others passed near any of them
record ConvoyView(int trips, int vehicles, List<CompanionView> items) {
  ConvoyView {
    items = List.copyOf(items);
  }

  /// A vehicle that passed near two passes or more.
  ///
  /// @param text of its plate, as it was read
  /// @param trips on which it went along
  /// @param expected how many of the others would go along on so many trips by chance, each of them
  ///   passing those cameras as often as this one; null for one trip, on which all go along who
  ///   take the same road
  record CompanionView(
      String text, int trips, @Nullable Double expected, List<MeetingView> meetings) {
    CompanionView {
      meetings = List.copyOf(meetings);
    }
  }

  /// Where both passed.
  ///
  /// @param position of the companion's pass
  /// @param near position of the pass that was asked about
  /// @param seconds after that pass; less than 0 before it
  /// @param platePicture of the companion, JPEG in Base64; null where there is none
  record MeetingView(
      long position,
      long near,
      UUID cameraId,
      String cameraCode,
      String cameraName,
      Instant at,
      long seconds,
      @Nullable String platePicture) {}
}
