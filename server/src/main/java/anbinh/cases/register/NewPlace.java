package anbinh.cases.register;

import anbinh.cases.form.PointBody;
import anbinh.cases.form.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Where a case happened, as it is known now; what is not said is not known any more.
///
/// @param place in words
record NewPlace(
    @Nullable @Size(max = 200) String place,
    @Nullable @Valid PointBody point,
    @NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}
