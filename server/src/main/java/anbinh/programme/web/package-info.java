/// Programmes as they are read and sent over HTTP.
@NullMarked
package anbinh.programme.web;

import org.jspecify.annotations.NullMarked;
