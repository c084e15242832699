/// Worklists: what waits for somebody to do, in all features.
///
/// Words. A *kind* is one thing that somebody is to do, such as a request that waits for a
/// decision. An *entry* says how many of a kind wait for one person and when the next is due. A
/// *source* is a feature's answer for the kinds that it keeps.
///
/// Invariants. An entry counts and names nobody, so asking is no look that the log records. It
/// counts only what its person can act on: what they may not decide, since it is their own, waits
/// for others. `EMERGENCY_NOTICE` alone is news that passes by itself.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity :: services"})
package anbinh.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
