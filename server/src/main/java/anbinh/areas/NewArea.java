package anbinh.areas;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to create an area.
public record NewArea(
    @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull AreaKind kind,
    @Nullable UUID parentId) {}
