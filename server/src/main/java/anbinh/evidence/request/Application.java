package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Grant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asks for and why, by all rules.
///
/// @param asked footage of at most [Caps#mostCameraTime]
/// @param necessity 20 to 500 characters
/// @param subject whom the footage is about; null where the requester did not say
/// @param paper by which it is asked; null where none was named
public record Application(
    UUID caseId,
    Grant asked,
    Purpose purpose,
    LegalBasis legalBasis,
    Offence offence,
    String necessity,
    boolean urgent,
    @Nullable SubjectClass subject,
    @Nullable Paper paper) {}
