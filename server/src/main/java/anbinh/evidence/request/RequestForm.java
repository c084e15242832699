package anbinh.evidence.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it was sent, before any rule: all text, so that every wrong field can be named at
/// once.
///
/// @param caseId UUID of an open case
/// @param cameraIds 1 to 10 UUIDs
/// @param from instant, ISO 8601
/// @param to instant, ISO 8601
/// @param purpose a [Purpose]
/// @param legalBasis a [LegalBasis]
/// @param offence an [Offence]
/// @param necessity why nothing less would do, 20 to 500 characters
public record RequestForm(
    @Nullable String caseId,
    @Nullable List<@Nullable String> cameraIds,
    @Nullable String from,
    @Nullable String to,
    @Nullable String purpose,
    @Nullable String legalBasis,
    @Nullable String offence,
    @Nullable String necessity,
    @Nullable Boolean urgent) {}
