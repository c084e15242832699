package anbinh.evidence.web;

import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.RequestName;
import anbinh.evidence.request.SubjectClass;
import org.jspecify.annotations.Nullable;

/// What a new request of a case can begin with; each null where nothing suggests it.
///
/// @param last the reader's latest request of the case, from which all of it is; null where they
///   made none: then offence and basis are from the type of the case
record RequestDefaultsView(
    @Nullable Purpose purpose,
    @Nullable LegalBasis legalBasis,
    @Nullable Offence offence,
    @Nullable SubjectClass subjectClass,
    @Nullable RequestName last) {}
