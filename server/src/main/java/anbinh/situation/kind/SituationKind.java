package anbinh.situation.kind;

/// What a situation can be, as of a day.
///
/// @param code such as `THEFT`
/// @param urgent also without danger or injury
/// @param guarded violence in a family, or a child: hidden from most
/// @param mediable whether it may be put to the scope check of mediation
public record SituationKind(String code, boolean urgent, boolean guarded, boolean mediable) {}
