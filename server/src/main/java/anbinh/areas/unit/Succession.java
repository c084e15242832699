package anbinh.areas.unit;

import java.time.LocalDate;
import java.util.UUID;

/// One unit took over what another was, or a part of it.
///
/// @param since the first day of it
public record Succession(UUID oldId, UUID newId, LocalDate since) {}
