/// SQL: values bound by their Java type, rows mapped to records, conditions of lists.
@NamedInterface("sql")
@NullMarked
package anbinh.platform.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
