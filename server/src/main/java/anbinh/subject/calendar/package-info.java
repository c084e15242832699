/// Working days: Monday to Friday, but for the days that the administrator lists.
@NullMarked
package anbinh.subject.calendar;

import org.jspecify.annotations.NullMarked;
