package anbinh.subject.calendar;

import java.time.LocalDate;

/// A day that the rule of the week gets wrong.
///
/// @param working whether it is worked although it is a Saturday or Sunday; otherwise a holiday
public record SpecialDay(LocalDate day, boolean working, String name) {}
