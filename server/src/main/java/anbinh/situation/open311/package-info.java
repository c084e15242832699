/// Open311 GeoReport v2 (<https://wiki.open311.org/GeoReport_v2/>): how other systems report what
/// is not guarded. Their own requests are all that they are shown of reports.
@NullMarked
package anbinh.situation.open311;

import org.jspecify.annotations.NullMarked;
