/// A deterministic zip writer, and two readers that must agree.
///
/// Zip files are read in two ways in the wild: from the directory at the end (**seeking**) and from
/// the first byte on (**streaming**). An archive that says different things to the two is how a
/// court sees one film and its expert another. [ZipDirectory] reads the first way, [ZipStream] the
/// second; both refuse whatever the other could see differently: gaps, overlaps, bytes before or
/// after, second archives, duplicate names, fields that disagree.
@NullMarked
package anbinh.seal.zip;

import org.jspecify.annotations.NullMarked;
