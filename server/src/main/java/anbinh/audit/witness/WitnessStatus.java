package anbinh.audit.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with one witness.
///
/// @param name in the policy
/// @param key its vkey
/// @param size how many entries the head had that it cosigned last
/// @param at when it did, by its clock
/// @param trouble why it did not the last time that it was asked; null when it did
/// @param detail of the trouble, in English
/// @param since when the trouble began
record WitnessStatus(
    String name,
    String key,
    @Nullable Long size,
    @Nullable Instant at,
    @Nullable WitnessTrouble trouble,
    @Nullable String detail,
    @Nullable Instant since) {}
