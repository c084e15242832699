package anbinh.sightings.wanted;

import anbinh.identity.AreaTree;
import anbinh.platform.FieldProblems;
import anbinh.platform.WrittenReason;
import anbinh.platform.WrittenText;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.plate.Plates;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is sent about wanted vehicles.
final class WantedForms {
  private static final int MAX_DAYS = 30;
  private static final int USUAL_DAYS = 7;
  private static final int MAX_NUMBER = 120;
  private static final int MAX_AUTHORITY = 200;
  private static final int MAX_NOTE = 1_000;

  /// No plate that there is has fewer; of less, too many would be alike.
  static final int MIN_PLATE = 5;

  private WantedForms() {}

  /// A request for an entry.
  ///
  /// @param plate with blanks, dots and dashes wherever they may be; no character unknown
  /// @param documentNumber of the document that orders the search
  /// @param documentOn its day
  /// @param documentAuthority whose document it is
  /// @param caseId in which it is wanted, one that the person works on; null where there is none
  /// @param areaId in which, and below which, it is wanted
  /// @param days from now; 7 where it is not said
  record NewWantedVehicle(
      @NotBlank @Size(max = Plates.MAX_LENGTH) String plate,
      @Nullable ObjectClass objectClass,
      @Nullable Colour colour,
      @NotBlank @Size(max = MAX_NUMBER) String documentNumber,
      @NotNull LocalDate documentOn,
      @NotBlank @Size(max = MAX_AUTHORITY) String documentAuthority,
      @Nullable UUID caseId,
      @NotNull UUID areaId,
      @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH) String reason,
      @Nullable @Min(1) @Max(MAX_DAYS) Integer days) {
    /// @throws anbinh.platform.Problem that names every wrong field
    Checked check(AreaTree areas, LocalDate today) {
      var problems = new FieldProblems();
      String known = Plates.normalise(plate);
      if (plate.indexOf('?') >= 0
          || plate.indexOf('*') >= 0
          || known.length() < MIN_PLATE
          || !PlateCode.fits(known)) {
        problems.reject("plate", "wanted-plate", MIN_PLATE, PlateCode.MAX_LENGTH);
      }
      if (documentOn.isAfter(today)) {
        problems.reject("documentOn", "past-or-present");
      }
      if (areas.names(List.of(areaId)).isEmpty()) {
        problems.reject("areaId", "no-such-area");
      }
      String number = WrittenText.require("documentNumber", documentNumber, problems);
      String authority = WrittenText.require("documentAuthority", documentAuthority, problems);
      problems.requireNone();
      return new Checked(
          known,
          objectClass,
          colour,
          new WantedVehicle.Paper(number, documentOn, authority),
          caseId,
          areaId,
          WrittenReason.of(reason),
          Duration.ofDays(days == null ? USUAL_DAYS : days));
    }
  }

  /// The same, found right.
  ///
  /// @param time for which it is wanted
  record Checked(
      String plate,
      @Nullable ObjectClass objectClass,
      @Nullable Colour colour,
      WantedVehicle.Paper paper,
      @Nullable UUID caseId,
      UUID areaId,
      String reason,
      Duration time) {}

  enum DecisionOutcome {
    APPROVE,
    REFUSE
  }

  /// What another person says of a request.
  record WantedDecision(
      @NotNull DecisionOutcome outcome,
      @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH)
          String reason) {}

  /// @param note why it ends; may be left out
  record WantedEnd(@Nullable @Size(max = MAX_NOTE) String note) {}
}
