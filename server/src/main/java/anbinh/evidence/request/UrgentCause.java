package anbinh.evidence.request;

/// Why a request cannot wait.
///
/// @param words in the marker's own words, 10 to 500 characters
public record UrgentCause(UrgentReason reason, String words) {}
