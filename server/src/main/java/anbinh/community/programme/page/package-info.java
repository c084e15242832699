/// Programmes as they are read and sent over HTTP.
@NullMarked
package anbinh.community.programme.page;

import org.jspecify.annotations.NullMarked;
