// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong: the messages, exceptions, services and onset to be explained, and what they are
 * about.
 *
 * <p>Nothing here knows a change or a repository. Start reading at {@link
 * dev.clew.suspect.symptom.Symptom}, then {@link dev.clew.suspect.symptom.Symptoms}, which reads it
 * off a comparison.
 */
@NullMarked
package dev.clew.suspect.symptom;

import org.jspecify.annotations.NullMarked;
