/// One unit in one year: registration, answers, evidence, minutes, appraisal, decision,
/// certificate, revocation.
@NullMarked
package anbinh.standard.assessment;

import org.jspecify.annotations.NullMarked;
