package anbinh.platform;

import java.time.ZoneId;

/// The place this installation serves.
///
/// @param name as shown to people
/// @param zone the zone in which people read times
/// @param demonstration whether cameras and people are made up, and say so
public record Site(String name, ZoneId zone, boolean demonstration) {}
