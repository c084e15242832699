/// The weekly sample: looks of the past week, drawn at random, whose purpose somebody of another
/// unit judges.
///
/// Words. A *draw* picks entries of the log of one week by a hash over the root of the log's tree
/// at the week's end: nobody can choose it, and whoever has the log can repeat it. A *review* is
/// one entry that was drawn, with its *reviewer*, an auditor of another unit than the person who
/// looked, and the *answer*: whether the purpose is plain. That it is not opens a finding.
@NullMarked
package anbinh.oversight.sample;

import org.jspecify.annotations.NullMarked;
