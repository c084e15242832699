package anbinh.cases.register;

import anbinh.cases.CaseType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to open a case.
record NewCase(
    @NotBlank @Size(max = 200) String title,
    @NotNull CaseType type,
    @NotNull Instant occurredFrom,
    @Nullable Instant occurredTo,
    @NotNull UUID areaId,
    @Nullable @Size(max = 200) String place,
    @Nullable @Size(max = 4000) String description) {}
