/** Looks at the document: its structure, references, paths, servers, security and links. */
@NullMarked
package plumbline.guard.rules.document;

import org.jspecify.annotations.NullMarked;
