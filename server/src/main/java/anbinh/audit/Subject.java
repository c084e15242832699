package anbinh.audit;

import org.jspecify.annotations.Nullable;

/// What an event is about.
///
/// @param kind such as `camera`, `case`, `request`; small letters
/// @param id stands in the record, so it says nothing about a person
/// @param code the short code people read, if there is one; not in the record
public record Subject(String kind, String id, @Nullable String code) {}
