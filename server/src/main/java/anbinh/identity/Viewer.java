package anbinh.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who looks at footage, or reads reports in an emergency.
///
/// @param emergency the emergency access without which they might not; null where they may anyhow
public record Viewer(Person person, @Nullable UUID emergency) {}
