package anbinh.team.unit;

import anbinh.identity.Person;
import anbinh.team.Team;
import java.time.LocalDate;

/// A team was dissolved, or not established; told in the transaction in which that is decided.
///
/// @param on the first day without it
/// @param by who decided it
public record TeamEnded(Team team, LocalDate on, Person by) {}
