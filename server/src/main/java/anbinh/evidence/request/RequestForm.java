package anbinh.evidence.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it was sent, before any rule: all text, so that every wrong field can be named at
/// once.
///
/// @param caseId UUID of an open case
/// @param cameraIds UUIDs, at least one
/// @param from instant, ISO 8601
/// @param to instant, ISO 8601
/// @param purpose a [Purpose]
/// @param legalBasis a [LegalBasis]
/// @param offence an [Offence]
/// @param necessity why nothing less would do, 20 to 500 characters
public record RequestForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String caseId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<@Nullable String> cameraIds,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String to,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String purpose,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String legalBasis,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String offence,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String necessity,
    @Nullable Boolean urgent) {}
