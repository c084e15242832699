package anbinh.standard.assessment;

import org.jspecify.annotations.Nullable;

/// Something that stands against a criterion being met: a share or number that does not reach what
/// the Circular binds, or what records say.
///
/// @param code what was compared: of a fact its own ([anbinh.standard.StandardFact])
/// @param number what was counted or said
/// @param against what it is held against: of how many, or last year's; null where it is no part
record Contradiction(String criterion, String code, long number, @Nullable Long against) {}
