/** What is wrong with a message or a document, by which rule, and what users live with. */
@NullMarked
package plumbline.finding;

import org.jspecify.annotations.NullMarked;
