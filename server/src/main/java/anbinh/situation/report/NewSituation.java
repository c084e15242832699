package anbinh.situation.report;

import anbinh.platform.Problem;
import anbinh.situation.report.SituationContent.NamedPerson;
import anbinh.situation.report.SituationContent.NamedRole;
import anbinh.situation.report.SituationContent.ReportPoint;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedNature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as it is sent, the same for a phone, a resident and an officer. Never printed.
///
/// By how much a clock is wrong, how a telephone writes numbers, and how it makes identifiers would
/// tell which reports came from one and the same: times are cut to the minute and places to a metre
/// before anything else sees them, and identifiers have to be drawn ([#requireDrawn]).
///
/// @param communeId always said: which desk it goes to is nobody's guess
/// @param villageId null where the reporter does not know
/// @param kind one of the kinds of today
/// @param happenedAt needed for `ABOUT` and `DAY`
/// @param notedAt when it was written down, by the clock of the device
/// @param deviceTime what the device takes for the time now, to put its times right; null without
///   one
/// @param seen by who reports
/// @param told by others: hearsay
/// @param toldBy in general words
/// @param media what follows, each by itself
public record NewSituation(
    @NotNull UUID communeId,
    @Nullable UUID villageId,
    @NotBlank @Size(max = 40) String kind,
    @NotNull Boolean danger,
    @NotNull Boolean injured,
    @NotNull HappenedPrecision precision,
    @Nullable Instant happenedAt,
    @NotNull Instant notedAt,
    @Nullable Instant deviceTime,
    @Nullable @Size(max = LONGEST) String seen,
    @Nullable @Size(max = LONGEST) String told,
    @Nullable @Size(max = 200) String toldBy,
    @Nullable @Size(max = 300) String placeWords,
    @Nullable @Valid NewReportPoint point,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewNamedPerson> people,
    @Nullable @Size(max = MOST_MEDIA) List<@NotNull @Valid NewSituationMedia> media) {
  public NewSituation {
    happenedAt = minute(happenedAt);
    notedAt = minute(notedAt);
    deviceTime = minute(deviceTime);
  }

  public static final int LONGEST = 4000;
  private static final int DRAWN = 4;
  public static final int MOST_MEDIA = 10;

  /// With those that were withdrawn.
  public static final int MOST_ANNOUNCED = 30;

  /// In degrees of WGS 84.
  public record NewReportPoint(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
      @Nullable @Min(0) @Max(100_000) Integer accuracyMetres) {
    private static final double DEGREE_PARTS = 100_000;
    private static final int MAX_LATITUDE = 90;
    private static final int MAX_LONGITUDE = 180;
    private static final int ACCURACY_STEP = 10;

    public NewReportPoint {
      latitude = cut(latitude, MAX_LATITUDE);
      longitude = cut(longitude, MAX_LONGITUDE);
      accuracyMetres = coarsened(accuracyMetres);
    }

    private static @Nullable Integer coarsened(@Nullable Integer metres) {
      if (metres == null || metres < 0) {
        return metres;
      }
      return Math.ceilDiv(metres, ACCURACY_STEP) * ACCURACY_STEP;
    }

    @SuppressWarnings("NullAway") // null until it was validated
    private static Double cut(Double degrees, int most) {
      if (degrees == null || !(Math.abs(degrees) <= most)) {
        return degrees;
      }
      return Math.round(degrees * DEGREE_PARTS) / DEGREE_PARTS;
    }

    @Override
    public String toString() {
      return "NewReportPoint[…]";
    }
  }

  public record NewNamedPerson(
      @NotBlank @Size(max = 120) String name,
      @NotNull NamedRole role,
      @Nullable @Size(max = 500) String words) {
    @Override
    public String toString() {
      return "NewNamedPerson[…]";
    }
  }

  /// A file that follows.
  ///
  /// @param id made by who sends it
  /// @param sha256 of its bytes, in 64 small hexadecimal digits
  /// @param keepPosition whether what it says of the place is kept; it is taken out otherwise
  public record NewSituationMedia(
      @NotNull UUID id,
      @NotNull SituationMediaKind kind,
      @NotNull @Min(1) @Max(100_000_000) Integer bytes,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      @NotNull Boolean keepPosition) {}

  /// Requires an identifier that was drawn (UUID version 4): others have the time, the device or a
  /// count in them.
  public static void requireDrawn(String field, UUID id) {
    if (id.version() != DRAWN) {
      throw Problem.invalid(field, "id-drawn");
    }
  }

  /// Requires that those of the files were.
  public void requireDrawnFiles() {
    for (int i = 0; i < announced().size(); i++) {
      requireDrawn("media[" + i + "].id", announced().get(i).id());
    }
  }

  @SuppressWarnings("NullAway") // null until it was validated
  public static Instant minute(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
  }

  public ReportWords words() {
    return new ReportWords(
        text(seen),
        text(told),
        text(toldBy),
        text(placeWords),
        point == null
            ? null
            : new ReportPoint(point.latitude(), point.longitude(), point.accuracyMetres()),
        people == null
            ? List.of()
            : people.stream()
                .map(each -> new NamedPerson(each.name().strip(), each.role(), text(each.words())))
                .toList());
  }

  public ReportedNature nature() {
    return new ReportedNature(kind.strip(), danger, injured);
  }

  public List<NewSituationMedia> announced() {
    return media == null ? List.of() : media;
  }

  /// Whether somebody said nothing at all.
  public boolean saysNothing() {
    ReportWords words = words();
    return words.seen().isEmpty() && words.told().isEmpty() && announced().isEmpty();
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  @Override
  public String toString() {
    return "NewSituation[…]";
  }
}
