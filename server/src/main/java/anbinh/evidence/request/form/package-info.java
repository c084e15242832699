/// What is sent to make a request, to decide it and to note its outcome, and how it is read: all
/// fields at once ([FieldReader]), each by its rule, before anything is stored.
@NullMarked
package anbinh.evidence.request.form;

import org.jspecify.annotations.NullMarked;
