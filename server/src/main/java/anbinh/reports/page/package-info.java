/// What of reports is read and done over HTTP.
@NullMarked
package anbinh.reports.page;

import org.jspecify.annotations.NullMarked;
