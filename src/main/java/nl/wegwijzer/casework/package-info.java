/**
 * The official's side: inbox, case file, answers, status, and handing over what nobody opened. Every query starts with
 * the same fragment, {@link nl.wegwijzer.casework.Visible}, which leaves out every case the official may not know of.
 * Start at {@link nl.wegwijzer.casework.CaseworkRoutes}.
 */
package nl.wegwijzer.casework;
