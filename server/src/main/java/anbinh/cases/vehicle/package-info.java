/// The vehicles of a case: table, rules, and `/api/cases/{id}/vehicles`.
@NullMarked
package anbinh.cases.vehicle;

import org.jspecify.annotations.NullMarked;
