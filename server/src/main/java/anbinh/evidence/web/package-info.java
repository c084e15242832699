/// `/api/requests`: making, seeing and deciding requests, and collecting their packages.
@NullMarked
package anbinh.evidence.web;

import org.jspecify.annotations.NullMarked;
