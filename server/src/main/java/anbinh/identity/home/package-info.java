/// Where people live who use the system: `/api/people/{id}/home`, and the encrypted table.
@NullMarked
package anbinh.identity.home;

import org.jspecify.annotations.NullMarked;
