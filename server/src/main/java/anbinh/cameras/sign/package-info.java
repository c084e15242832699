/// Signs: what makes known that one is recorded (Law 91/2025/QH15, article 32), for printing, and
/// the register of those that are up.
@NullMarked
package anbinh.cameras.sign;

import org.jspecify.annotations.NullMarked;
