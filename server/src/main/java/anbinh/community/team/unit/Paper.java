package anbinh.community.team.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The paper of a decision.
///
/// @param number as it stands on it, for example `12/QĐ-UBND`
/// @param on its day
/// @param signer who signed it; null where a list does not say
public record Paper(String number, LocalDate on, @Nullable String signer) {}
