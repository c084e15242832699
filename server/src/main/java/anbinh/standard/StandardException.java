package anbinh.standard;

/// Why a unit was decided to meet the standard although something stood against a criterion.
public record StandardException(String criterion, String reason) {}
