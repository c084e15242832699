/// Officers: who works on a case, and so may read what is closed to everybody else.
@NullMarked
package anbinh.cases.officer;

import org.jspecify.annotations.NullMarked;
