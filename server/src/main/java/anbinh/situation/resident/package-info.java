/// What residents report without an account: the report, the follow-up code that its reporter
/// keeps, and what officer and reporter write to each other.
@NullMarked
package anbinh.situation.resident;

import org.jspecify.annotations.NullMarked;
