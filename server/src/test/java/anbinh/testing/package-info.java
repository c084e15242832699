/// For tests: one database server for a whole run, servers on a free port, and a client of the API.
@NullMarked
package anbinh.testing;

import org.jspecify.annotations.NullMarked;
