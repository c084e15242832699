/// Parts of bodies that several paths of cases take.
@NullMarked
package anbinh.cases.form;

import org.jspecify.annotations.NullMarked;
