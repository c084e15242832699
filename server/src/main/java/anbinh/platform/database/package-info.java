/// The database: where it is, its pool, and each feature's migrations.
///
/// Every feature has a schema of its own name with its own Flyway history, so a feature's SQL names
/// its tables `<feature>.<table>` and nobody needs to know in which order features were added.
@NullMarked
package anbinh.platform.database;

import org.jspecify.annotations.NullMarked;
