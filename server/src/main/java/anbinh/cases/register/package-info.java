/// The register of cases: table, rules, and `/api/cases`.
@NullMarked
package anbinh.cases.register;

import org.jspecify.annotations.NullMarked;
