/// What somebody was told, and how it is noticed that there is more to do than before.
@NullMarked
package anbinh.notification.inbox;

import org.jspecify.annotations.NullMarked;
