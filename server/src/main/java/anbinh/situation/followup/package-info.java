/// Codes by which a reporter follows a report without an account.
@NullMarked
package anbinh.situation.followup;

import org.jspecify.annotations.NullMarked;
