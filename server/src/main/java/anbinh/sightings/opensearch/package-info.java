/// The index of sightings in OpenSearch 3, on other machines, where one is not enough.
///
/// There is an index a week, `<prefix>-passes-<week>`; the id of a document is the position of its
/// pass, so that a stream can be given again. What a pass costs is its score, so that the answer is
/// that of every other engine. `<prefix>-state` holds one document ([IndexState]), which is written
/// when all that it tells of was acknowledged.
///
/// It is spoken to by HTTP and JSON (<https://docs.opensearch.org/latest/api-reference/>), of which
/// ten calls are needed.
@NullMarked
package anbinh.sightings.opensearch;

import org.jspecify.annotations.NullMarked;
