/// The commands that read plates: for people, and for the server.
@NullMarked
package anbinh.vision.command;

import org.jspecify.annotations.NullMarked;
