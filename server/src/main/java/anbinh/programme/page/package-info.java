/// Programmes as they are read and sent over HTTP.
@NullMarked
package anbinh.programme.page;

import org.jspecify.annotations.NullMarked;
