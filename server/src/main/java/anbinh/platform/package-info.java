/// Platform: what every feature stands on — settings, database, problems, identifiers, HTTP.
///
/// Words. A *feature* is a direct sub-package of `anbinh`. Its tables live in a PostgreSQL schema
/// of the same name, made by the migrations in `db/migration/<feature>`; its texts live in
/// `messages/<feature>_<language>.properties`; both are found by being there. A [Problem] is any
/// answer other than the one asked for. A [Page] is a part of a list with a place to go on from. A
/// [ConsistencyCheck] compares what a feature says with what is really there.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package anbinh.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
