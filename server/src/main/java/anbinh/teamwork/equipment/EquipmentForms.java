package anbinh.teamwork.equipment;

import anbinh.teamwork.equipment.Equipment.Kind;
import anbinh.teamwork.equipment.Equipment.Move;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of equipment, as it is sent.
public final class EquipmentForms {
  private static final int MAX_AT_ONCE = 200;
  private static final int MAX_TAKEN = 2_000;

  private EquipmentForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param serials one item each; left out, `count` items without a number
  /// @param count how many without a number
  public record NewEquipment(
      @NotNull UUID id,
      @NotNull UUID communeId,
      @NotNull Kind kind,
      @NotBlank @Size(max = 160) String name,
      @Nullable @Size(max = MAX_AT_ONCE) List<@NotBlank @Size(max = 60) String> serials,
      @Nullable @Min(1) @Max(MAX_AT_ONCE) Integer count,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 60) String paper) {}

  /// @param moves how many there were when it was seen
  /// @param memberId to whom it is issued
  /// @param paper needed to issue and to write off
  public record NewMove(
      @NotNull @Min(1) @Max(100_000) Integer moves,
      @NotNull Move move,
      @NotNull LocalDate on,
      @Nullable UUID memberId,
      @Nullable @Size(max = 60) String paper,
      @Nullable @Size(max = 500) String note) {}

  /// How an item was when it was looked for.
  public enum Seen {
    GOOD,
    BROKEN,
    MISSING
  }

  public record SeenItem(@NotNull UUID id, @NotNull Seen seen) {}

  /// @param id the sender's own
  /// @param items each that is not written off
  public record NewStocktaking(
      @NotNull UUID id,
      @NotNull UUID communeId,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 60) String paper,
      @NotEmpty @Size(max = MAX_TAKEN) List<@NotNull @Valid SeenItem> items) {}
}
