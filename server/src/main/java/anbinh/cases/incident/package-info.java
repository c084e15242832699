/// The incidents of a case: table, rules, and `/api/cases/{id}/incidents`.
@NullMarked
package anbinh.cases.incident;

import org.jspecify.annotations.NullMarked;
