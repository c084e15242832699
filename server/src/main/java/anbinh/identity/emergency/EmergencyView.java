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
  /// @param cut whether there is more than that in the log
  record Details(@JsonUnwrapped EmergencyView access, List<LookView> looked, boolean cut) {
    Details {
      looked = List.copyOf(looked);
    }
  }

  /// What was known of reports that were sought.
  enum SoughtBy {
    CODE,
    KIND,
    VILLAGE,
    DAY
  }

  /// One event under it.
  ///
  /// @param what the event's type, such as `recording.watched`
  /// @param situationCode of the report that was read
  /// @param from the beginning of the footage
  /// @param attributes by which reports were sought; empty where nothing was
  /// @param villageName in which; of kind and code only that they were said is known
  /// @param day on which, as `2026-11-27`
  /// @param index the entry's place in the log; null while it waits for others to enter it
  record LookView(
      Instant at,
      String what,
      @Nullable String cameraId,
      @Nullable String cameraCode,
      @Nullable String situationCode,
      @Nullable String from,
      @Nullable String to,
      List<SoughtBy> attributes,
      @Nullable String villageName,
      @Nullable String day,
      @Nullable Long index) {
    LookView {
      attributes = List.copyOf(attributes);
    }
  }
}
