/// `/api/requests`: making, seeing and deciding requests, and who may do so ([RequestAccess]).
@NullMarked
package anbinh.evidence.web;

import org.jspecify.annotations.NullMarked;
