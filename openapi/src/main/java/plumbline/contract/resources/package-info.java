/** Which operations of a contract belong to which resource, and how an item is named. */
@NullMarked
package plumbline.contract.resources;

import org.jspecify.annotations.NullMarked;
