/// The criteria and days of the standard by kind of unit and year: tables, rules, and
/// `/api/standard/criteria`.
///
/// The circular's own come with a migration, so that they change in one order with the tables, are
/// the same everywhere, and never by a restart alone; a later circular is another migration.
@NullMarked
package anbinh.standard.criteria;

import org.jspecify.annotations.NullMarked;
