/// Settings: the keys `anbinh.*`, their defaults, and the check of all of them before anything
/// starts.
///
/// A feature has one record `anbinh.<feature>` that is annotated `@ConfigurationProperties` and
/// holds its constraints and its defaults (`@DefaultValue`).
@NullMarked
package anbinh.platform.settings;

import org.jspecify.annotations.NullMarked;
