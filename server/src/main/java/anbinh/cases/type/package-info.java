/// The list of types of case: table, rules, and `/api/case-types`.
@NullMarked
package anbinh.cases.type;

import org.jspecify.annotations.NullMarked;
