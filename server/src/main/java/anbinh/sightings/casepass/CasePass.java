package anbinh.sightings.casepass;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pass that is kept in a case.
///
/// @param position of the pass in the stream
/// @param bestAt when the picture was taken from which its plate was read
/// @param held whether the pass is kept beyond its retention
/// @param learned whether readings were learned from it
public record CasePass(
    UUID caseId,
    long position,
    Verdict verdict,
    @Nullable String note,
    UUID cameraId,
    Instant bestAt,
    UUID decidedBy,
    Instant decidedAt,
    boolean held,
    boolean learned) {}
