/// Owners: the tables of their contacts and statements, and the HTTP paths to them.
@NullMarked
package anbinh.cameras.owner;

import org.jspecify.annotations.NullMarked;
