package anbinh.measure.register;

import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.MeasureContent.ChangeKind;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of measures, as it is sent; fixed words wherever it is about somebody.
public final class MeasureForms {
  private static final int MAX_NUMBER = 60;
  private static final int MAX_WORDS = 160;

  private MeasureForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param villageId where they live
  /// @param number of the decision, `organ` who decided, `article` by which law, `on` its day
  /// @param until the end date; there is none without one
  public record NewMeasure(
      @NotNull UUID id,
      @NotNull MeasureKind kind,
      @NotNull UUID villageId,
      @NotBlank @Size(max = 120) String name,
      @NotNull Boolean minor,
      @NotBlank @Size(max = MAX_NUMBER) String number,
      @NotBlank @Size(max = MAX_WORDS) String organ,
      @NotBlank @Size(max = MAX_WORDS) String article,
      @NotNull LocalDate on,
      @NotNull LocalDate from,
      @NotNull LocalDate until) {
    MeasurePaper paper() {
      return new MeasurePaper(number.strip(), organ.strip(), on);
    }

    @Override
    public String toString() {
      return "NewMeasure[…]";
    }
  }

  /// @param version that was seen
  record MeasureConfirmation(@NotNull @Min(1) Integer version) {}

  /// Why the chair does not confirm.
  enum MeasureRefusal {
    /// It is not what the paper says.
    NOT_AS_PAPER,
    NO_PAPER,
    NOT_OF_THIS_COMMUNE
  }

  record MeasureRefused(@NotNull @Min(1) Integer version, @NotNull MeasureRefusal cause) {}

  /// @param until needed for what moves the end date, and the last day of what ends early
  public record NewMeasureChange(
      @NotNull ChangeKind change,
      @NotBlank @Size(max = MAX_NUMBER) String number,
      @NotBlank @Size(max = MAX_WORDS) String organ,
      @NotNull LocalDate on,
      @Nullable LocalDate until) {
    MeasurePaper paper() {
      return new MeasurePaper(number.strip(), organ.strip(), on);
    }

    @Override
    public String toString() {
      return "NewMeasureChange[…]";
    }
  }

  /// @param personId an account, or `memberId` a member of a team; one of them
  /// @param noKin that they are no kin of who it is about
  public record NewMeasureHelper(
      @Nullable UUID personId, @Nullable UUID memberId, @NotNull @AssertTrue Boolean noKin) {}

  /// Why somebody helps no more.
  public enum HelperEnd {
    /// They are kin, or have another interest: they are not assigned again.
    KIN,
    OWN_WISH,
    NO_LONGER_NEEDED
  }

  record MeasureHelperEnd(@NotNull HelperEnd cause) {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param helperId whose it is, as the measure has its helpers; null for whoever helps
  public record NewMeasureTask(
      @NotNull UUID id,
      @NotNull TaskKind task,
      @NotNull LocalDate dueOn,
      @Nullable UUID helperId) {}

  public record MeasureTaskDone(@NotNull TaskResult result, @NotNull LocalDate on) {}

  record NewMeasureKeeper(@NotNull UUID personId) {}
}
