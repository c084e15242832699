/// People and their accounts as administrators keep them.
@NullMarked
package anbinh.identity.administration;

import org.jspecify.annotations.NullMarked;
