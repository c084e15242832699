/// Commands: what the server does other than serving.
@NullMarked
package anbinh.platform.command;

import org.jspecify.annotations.NullMarked;
