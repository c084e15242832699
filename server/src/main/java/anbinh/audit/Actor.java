package anbinh.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did something.
///
/// @param personId known to the database only
/// @param pseudonym stands in the record of the event, which the log commits to
/// @param areaId the area that they work for, by which readers of the log are limited; null for the
///   whole site
/// @param mayReport whether they are one of those who report situations: whatever they do is read
///   as a count only, since by the time of it one could tell who reported
public record Actor(UUID personId, UUID pseudonym, @Nullable UUID areaId, boolean mayReport) {}
