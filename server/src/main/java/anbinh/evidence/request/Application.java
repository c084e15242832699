package anbinh.evidence.request;

import java.util.UUID;

/// What somebody asks for and why, by all rules.
///
/// @param asked footage of at most [Caps#mostCameraTime]
/// @param necessity 20 to 500 characters
public record Application(
    UUID caseId,
    Grant asked,
    Purpose purpose,
    LegalBasis legalBasis,
    Offence offence,
    String necessity,
    boolean urgent) {}
