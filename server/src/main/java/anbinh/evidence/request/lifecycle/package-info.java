/// The life of a request: its states, the acts that lead from one to the next, what they carry, and
/// why an act is denied. All transitions are in [LifeCycle], which knows no clock, table or role.
@NullMarked
package anbinh.evidence.request.lifecycle;

import org.jspecify.annotations.NullMarked;
