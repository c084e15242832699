package anbinh.cases.register;

import anbinh.cases.Protection;
import anbinh.cases.form.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Whether a case says no more of its place than the commune.
record NewProtection(
    @NotNull Protection protection,
    @NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}
