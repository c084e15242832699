package anbinh.identity.emergency;

import anbinh.identity.EmergencyPurpose;
import anbinh.identity.PersonName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An emergency access as its holder and its reviewers see it.
///
/// @param end when it ended or will
/// @param open whether it lasts
/// @param overdue whether nobody reviewed it in time
record EmergencyView(
    UUID id,
    String code,
    PersonName person,
    EmergencyPurpose purpose,
    UUID areaId,
    String areaName,
    String reason,
    Instant openedAt,
    Instant end,
    boolean open,
    Instant reviewBy,
    boolean overdue,
    @Nullable ReviewView review) {

  record ReviewView(Verdict verdict, String reason, PersonName by, Instant at) {}

  /// @param looked what was seen under it, as far as it is in the log; 500 at most
  record Details(@JsonUnwrapped EmergencyView access, List<LookView> looked) {
    Details {
      looked = List.copyOf(looked);
    }
  }

  /// One entry of the log.
  ///
  /// @param what the entry's type, such as `recording.watched`
  /// @param situationCode of the report that was read
  /// @param from the beginning of the footage
  /// @param index the entry's place in the log
  record LookView(
      Instant at,
      String what,
      @Nullable String cameraId,
      @Nullable String cameraCode,
      @Nullable String situationCode,
      @Nullable String from,
      @Nullable String to,
      long index) {}
}
