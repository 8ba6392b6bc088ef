/** What the guard finds, written for people and for machines. */
@NullMarked
package plumbline.guard.report;

import org.jspecify.annotations.NullMarked;
