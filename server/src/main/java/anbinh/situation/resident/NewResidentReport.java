package anbinh.situation.resident;

import anbinh.platform.Problem;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.NewSituation.NewReportPoint;
import anbinh.situation.report.NewSituation.NewSituationMedia;
import anbinh.situation.report.SituationMediaKind;
import anbinh.situation.reporter.ReporterIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A report as a resident sends it. Nothing of the device comes with it, its clock neither, since
/// by how much a clock is wrong tells one telephone from others. Never printed.
///
/// @param ticket drawn by the page, and nobody's but its: sent again, it is the same report
/// @param guarded whether who reports is afraid of who may read it, or it is about violence in a
///   family or a child, whatever its kind
/// @param happenedAt needed for `ABOUT` and `DAY`
/// @param media photos that follow, each by itself
/// @param reporter null for somebody who does not say who they are
record NewResidentReport(
    @NotNull UUID ticket,
    @NotNull UUID communeId,
    @NotBlank @Size(max = 40) String kind,
    @NotNull Boolean guarded,
    @NotNull Boolean danger,
    @NotNull Boolean injured,
    @NotNull HappenedPrecision precision,
    @Nullable Instant happenedAt,
    @Nullable @Size(max = MAX_LENGTH) String seen,
    @Nullable @Size(max = MAX_LENGTH) String told,
    @Nullable @Size(max = 200) String toldBy,
    @Nullable @Size(max = 300) String placeWords,
    @Nullable @Valid NewReportPoint point,
    @Nullable @Size(max = MAX_PHOTOS) List<@NotNull @Valid NewResidentPhoto> media,
    @Nullable @Valid NewResidentReporter reporter) {
  static final int MAX_LENGTH = 4000;
  static final int MAX_PHOTOS = 5;

  /// A photo that follows.
  ///
  /// @param id drawn by the page
  /// @param sha256 of its bytes, in 64 small hexadecimal digits
  record NewResidentPhoto(
      @NotNull UUID id,
      @NotNull @Min(1) @Max(100_000_000) Integer bytes,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

  /// Who reports, as they state it.
  ///
  /// @param contact how they may be reached without danger to them
  record NewResidentReporter(
      @Nullable @Size(max = 120) String name,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 300) String contact) {
    ReporterIdentity identity() {
      var who = new ReporterIdentity(null, text(name), text(phone), text(contact));
      if (who.name() == null && who.phone() == null && who.contact() == null) {
        throw Problem.invalid("reporter.name", "required");
      }
      return who;
    }

    private static @Nullable String text(@Nullable String sent) {
      return sent == null || sent.isBlank() ? null : sent.strip();
    }

    @Override
    public String toString() {
      return "NewResidentReporter[…]";
    }
  }

  /// All that was sent, in one text, to know the same again.
  String whole() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  ReporterIdentity identity() {
    return reporter == null ? new ReporterIdentity(null, null, null, null) : reporter.identity();
  }

  /// The same as anybody sends it, noted when it is received.
  NewSituation report(Instant now) {
    return new NewSituation(
        communeId,
        null,
        kind,
        danger,
        injured,
        precision,
        happenedAt,
        now,
        null,
        seen,
        told,
        toldBy,
        placeWords,
        point,
        List.of(),
        media == null
            ? List.of()
            : media.stream()
                .map(each ->
                    new NewSituationMedia(
                        each.id(), SituationMediaKind.PHOTO, each.bytes(), each.sha256(), false))
                .toList());
  }

  @Override
  public String toString() {
    return "NewResidentReport[…]";
  }
}
