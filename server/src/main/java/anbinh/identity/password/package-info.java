/// Which passwords are easy to guess.
@NullMarked
package anbinh.identity.password;

import org.jspecify.annotations.NullMarked;
