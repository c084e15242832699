package anbinh.cases.register;

import anbinh.cases.Protection;
import anbinh.cases.form.PointBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to open a case.
///
/// @param type the code of one that can be chosen today
/// @param protection none unless said; with one there is neither place nor point
record NewCase(
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 40) String type,
    @NotNull Instant occurredFrom,
    @Nullable Instant occurredTo,
    @NotNull UUID areaId,
    @Nullable @Size(max = 200) String place,
    @Nullable @Valid PointBody point,
    @Nullable Protection protection,
    @Nullable @Size(max = 4000) String description) {
  Protection protectedBy() {
    return protection == null ? Protection.NONE : protection;
  }
}
