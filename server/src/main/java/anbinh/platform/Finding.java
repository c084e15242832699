package anbinh.platform;

/// One thing a [ConsistencyCheck] found.
///
/// @param subject which object, by an identifier an operator can look up
/// @param what is wrong with it, as one English sentence
public record Finding(String subject, String what) {}
