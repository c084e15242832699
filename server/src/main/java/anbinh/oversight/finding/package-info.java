/// Findings: the rules, what they find, and what auditors make of it.
@NullMarked
package anbinh.oversight.finding;

import org.jspecify.annotations.NullMarked;
