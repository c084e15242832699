package anbinh.mediation.team;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom the households elected.
///
/// @param votes how many households agreed
/// @param personId their account, if they have one
public record NewMediator(
    @NotBlank @Size(max = 120) String name,
    @NotNull Boolean woman,
    @NotNull Boolean leader,
    @NotNull @Min(0) @Max(100_000) Integer votes,
    @Nullable UUID personId) {}
