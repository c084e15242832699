/// The main job from outside: programs that know An Bình only through its public HTTP API, as any
/// other client would, and attacks by whoever owns its database or holds a package.
@NullMarked
package anbinh.e2e;

import org.jspecify.annotations.NullMarked;
