/**
 * The controlled vocabularies of DCAT-AP.de as tables of our own: IRI, code, labels, the spellings
 * that people really type, and the IRIs that older documents still carry.
 */
@NullMarked
package org.allmende.vocab.codelist;

import org.jspecify.annotations.NullMarked;
