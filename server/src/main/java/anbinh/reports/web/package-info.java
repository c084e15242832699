/// What of reports is read and done over HTTP.
@NullMarked
package anbinh.reports.web;

import org.jspecify.annotations.NullMarked;
