/// What comes in: from teams on their phones, and from officers who take down what they are told.
@NullMarked
package anbinh.situation.intake;

import org.jspecify.annotations.NullMarked;
