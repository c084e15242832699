/// The register: its table, its HTTP paths, how addresses are read and passwords kept.
@NullMarked
package anbinh.cameras.register;

import org.jspecify.annotations.NullMarked;
