/** What authors mean by faults in schemas. */
@NullMarked
package plumbline.contract.mending.schemas;

import org.jspecify.annotations.NullMarked;
