/// The documents of a package, for programs and for people: the record of the extraction
/// (`record.json`, `record.html`, `record.<language>.pdf`), and the minute of sealing that goes
/// beside the seal.
@NullMarked
package anbinh.evidence.collect.document;

import org.jspecify.annotations.NullMarked;
