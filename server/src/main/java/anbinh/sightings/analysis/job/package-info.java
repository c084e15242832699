/// Stored footage that is analysed for a case: an investigator names a camera and a span, and what
/// is stored of it is led through a process of its own.
///
/// A *job* is such a request and what became of it. Jobs run one at a time, in the order in which
/// they were asked for, and only while no switched-on camera is behind: the live analysis goes
/// first. As there, the passes of a segment are stored and the job's position moves in one
/// transaction, and after a crash the segment before the position is led through again, so that
/// nothing is lost and nothing told twice.
@NullMarked
package anbinh.sightings.analysis.job;

import org.jspecify.annotations.NullMarked;
